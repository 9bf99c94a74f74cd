/**
 * What happens because time passes: work that is due, moves to a new version, retention, the daily
 * search for anomalies.
 *
 * <p>Begin with {@code DueWork}. What it does to cases goes through the desk with the clock's
 * session, like any other command, and waits while the machine's clock has jumped; the test of the
 * last backup does neither.
 */
@NullMarked
package exeat.desk.clock;

import org.jspecify.annotations.NullMarked;
