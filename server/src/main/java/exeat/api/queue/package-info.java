/**
 * An officer's work over the JSON interface: the queue, what was taken out of order, and who stands
 * in for whom.
 *
 * <p>Read {@code QueueApi} first. The order is the office's rule; whoever takes a case out of order
 * says why, and those above see it.
 */
@NullMarked
package exeat.api.queue;

import org.jspecify.annotations.NullMarked;
