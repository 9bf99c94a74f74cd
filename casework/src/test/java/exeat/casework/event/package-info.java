@NullMarked
package exeat.casework.event;

import org.jspecify.annotations.NullMarked;
