@NullMarked
package exeat.desk;

import org.jspecify.annotations.NullMarked;
