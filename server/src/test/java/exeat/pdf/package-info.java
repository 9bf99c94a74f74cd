@NullMarked
package exeat.pdf;

import org.jspecify.annotations.NullMarked;
