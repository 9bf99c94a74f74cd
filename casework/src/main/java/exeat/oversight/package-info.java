/**
 * What higher levels see: waiting work, counters, and the situation report.
 *
 * <p>Pure functions over the states of cases. Ages and lateness are worked out when somebody reads,
 * since time moves without events.
 */
@NullMarked
package exeat.oversight;

import org.jspecify.annotations.NullMarked;
