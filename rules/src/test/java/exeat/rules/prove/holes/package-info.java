/**
 * Restrictions that once passed as proved, each with its smallest pack. They were found by
 * outsiders and by reading. A proof that misses one of them again fails here.
 */
@NullMarked
package exeat.rules.prove.holes;

import org.jspecify.annotations.NullMarked;
