/**
 * Finding a person who stands at a counter: by the number of their application or paper, or by a
 * name together with the date of birth.
 *
 * <p>Begin with {@code PersonSearch}. Names are encrypted, so the database holds only keyed hashes;
 * what an answer shows follows the same rules as an opened case, see decision 173.
 */
@NullMarked
package exeat.desk.search;

import org.jspecify.annotations.NullMarked;
