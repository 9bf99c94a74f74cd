@NullMarked
package exeat.tool;

import org.jspecify.annotations.NullMarked;
