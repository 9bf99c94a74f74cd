/**
 * The demonstration: a made-up caseload, and a month of work on it by ordinary commands.
 *
 * <p>Everything goes through the desk, so that the demonstration does nothing that an office could
 * not do, and no module below knows of it. The same seed gives the same people, whose names are
 * random combinations from short lists, and the same month, whatever the day.
 */
@NullMarked
package exeat.demo;

import org.jspecify.annotations.NullMarked;
