/** What is asked of a traveller, and what comes of it. */
@NullMarked
package exeat.casework.fee;

import org.jspecify.annotations.NullMarked;
