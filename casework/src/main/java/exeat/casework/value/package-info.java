/**
 * The values that commands, events and states share: an application and its travellers, ids, the
 * acts of officers, the grounds of a hold, what a watcher saw.
 *
 * <p>Values that check themselves and decide nothing; read {@code Application} and {@code StreamId}
 * first. They know no state, no event and no command.
 */
@NullMarked
package exeat.casework.value;

import org.jspecify.annotations.NullMarked;
