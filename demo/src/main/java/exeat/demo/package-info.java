/**
 * The demonstration: a made-up caseload, and a month of work on it by ordinary commands.
 *
 * <p>Nobody in it exists: names are put together at random from short lists, and the same seed
 * gives the same people and the same month, whatever the day. Nothing here reaches around the desk:
 * whatever the demonstration does, an office could do, and nothing below knows of it.
 */
@NullMarked
package exeat.demo;

import org.jspecify.annotations.NullMarked;
