/**
 * Names of people, as they were written, and how far two of them agree. Begin with {@code
 * SpokenName}, a name with its readings, and {@code NameComparison}, which compares in any order of
 * the parts. Which part is the family name is never assumed, since no list tells it reliably.
 */
@NullMarked
package exeat.identity.name;

import org.jspecify.annotations.NullMarked;
