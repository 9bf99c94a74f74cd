/**
 * The units that carry out a directive: their tree, what each is for, and how they count days.
 *
 * <p>Read {@link exeat.rules.authority.AuthorityTree} first; {@link
 * exeat.rules.authority.TimeLimits} and {@link exeat.rules.authority.WorkCalendar} say by when
 * something is due. It knows nothing of facts, rules or cases, nor of how a pack writes any of it
 * down.
 */
@NullMarked
package exeat.rules.authority;

import org.jspecify.annotations.NullMarked;
