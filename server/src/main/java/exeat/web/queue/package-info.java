/**
 * An officer's work: the queue, what is overdue, cases that a head moves, and who stands in for
 * whom.
 *
 * <p>Read {@code QueuePages} first. The order is the office's rule and not the reader's choice;
 * what was taken out of order is listed for those above.
 */
@NullMarked
package exeat.web.queue;

import org.jspecify.annotations.NullMarked;
