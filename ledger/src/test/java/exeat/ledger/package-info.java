/** Tests of the log: made by one half of the room, checked by the other, which shares no code. */
@NullMarked
package exeat.ledger;

import org.jspecify.annotations.NullMarked;
