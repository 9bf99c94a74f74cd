/**
 * The work queues: their pages, which case is next, and the record of cases taken out of order.
 *
 * <p>Begin with {@code QueueReader} for reading and {@code WorkQueue} for taking the next case.
 * What puts work into a queue is not here but in {@code exeat.desk.projection}.
 */
@NullMarked
package exeat.desk.queue;

import org.jspecify.annotations.NullMarked;
