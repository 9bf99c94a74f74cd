/**
 * A traveller's fee: what was asked, what was paid, waived and paid back. The amounts come from
 * findings alone; nobody types one. Decision 216.
 */
@NullMarked
package exeat.casework.value.fee;

import org.jspecify.annotations.NullMarked;
