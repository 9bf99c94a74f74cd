/**
 * Pages for an officer's work: the queue, overdue work, moving cases, absences and stand-ins.
 *
 * <p>Read {@code QueuePages} first. The order is fixed and not the reader's choice; cases taken out
 * of order are listed for the unit above.
 */
@NullMarked
package exeat.web.queue;

import org.jspecify.annotations.NullMarked;
