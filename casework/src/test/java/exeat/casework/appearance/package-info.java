@NullMarked
package exeat.casework.appearance;

import org.jspecify.annotations.NullMarked;
