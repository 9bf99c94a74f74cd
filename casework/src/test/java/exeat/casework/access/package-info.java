@NullMarked
package exeat.casework.access;

import org.jspecify.annotations.NullMarked;
