/**
 * Exact questions about rules, as an algebra of boxes: whether boxes cover everything, which hides
 * which, and where one function of rules gives less than another.
 *
 * <p>Read {@link exeat.rules.box.Box} first, then {@link exeat.rules.box.BoxSearch}; it knows grids
 * of value classes and nothing of packs, facts or people. Every answer is found by splitting boxes,
 * never by sampling, within a limit of splits; when they are spent, the question is left open
 * instead of answered wrongly.
 */
@NullMarked
package exeat.rules.box;

import org.jspecify.annotations.NullMarked;
