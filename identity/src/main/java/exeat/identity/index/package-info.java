/**
 * Finds in a register of many whom an entry may be about, without comparing it with everybody.
 * Begin with {@code StandingIndex}; {@code BlockingKeys} says by which keys people are found:
 * sounds of the name in any order with the year, the day of birth also as it may have been told,
 * parts of the name with a place. It is in memory, made from entries that are given to it, and
 * forgets who is erased.
 */
@NullMarked
package exeat.identity.index;

import org.jspecify.annotations.NullMarked;
