/** Tests of the work queues. */
@NullMarked
package exeat.desk.queue;

import org.jspecify.annotations.NullMarked;
