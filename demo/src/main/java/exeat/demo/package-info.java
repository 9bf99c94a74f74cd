/**
 * The demonstration: a made-up caseload, and a month of work on it by ordinary commands.
 *
 * <p>The people do not exist: names are random combinations from short lists. Everything goes
 * through the desk; the demonstration does nothing that an office could not do. The same seed gives
 * the same people and the same month, whatever the day; no module below knows of it.
 */
@NullMarked
package exeat.demo;

import org.jspecify.annotations.NullMarked;
