/**
 * Projections of a stream, written beside it: work on the queues, report cells, the units that see
 * it, what an erasure takes with it.
 *
 * <p>Begin with {@code Projections}. All of it follows from events alone, so the writer and the
 * audit share it; nothing here writes anything.
 */
@NullMarked
package exeat.desk.projection;

import org.jspecify.annotations.NullMarked;
