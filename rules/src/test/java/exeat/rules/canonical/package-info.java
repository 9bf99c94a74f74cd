/** The canonical form: its bytes, and that it says what the pack's own file says. */
@NullMarked
package exeat.rules.canonical;

import org.jspecify.annotations.NullMarked;
