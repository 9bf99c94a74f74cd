/**
 * Weighs whether two entries are about one person, after Fellegi and Sunter: each feature adds a
 * weight that was learned without labels, and rare names count for more than frequent ones. Begin
 * with {@code Matcher}, whose {@code Weighing} is a table of what speaks for and against, with one
 * of three answers. No protected fact is a feature, and nothing is merged here: the caller decides
 * what to do with the answer.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1969.10501049">Fellegi and Sunter, A Theory for
 *     Record Linkage, 1969</a>
 */
@NullMarked
package exeat.identity.match;

import org.jspecify.annotations.NullMarked;
