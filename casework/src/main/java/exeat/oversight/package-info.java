/**
 * What the levels above see: work that waits, cells that are counted, and the situation.
 *
 * <p>Pure functions over the states of cases. Ages and lateness are worked out when somebody reads,
 * since time moves without events.
 */
@NullMarked
package exeat.oversight;

import org.jspecify.annotations.NullMarked;
