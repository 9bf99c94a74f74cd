/**
 * An officer's work in the JSON API: the queue, cases taken out of order, absences and stand-ins.
 *
 * <p>Read {@code QueueApi} first. The order is fixed; an officer who takes a case out of order
 * gives a reason, and the unit above sees it.
 */
@NullMarked
package exeat.api.queue;

import org.jspecify.annotations.NullMarked;
