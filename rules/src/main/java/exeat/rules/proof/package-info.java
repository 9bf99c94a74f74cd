/**
 * Exact questions about rules, as an algebra of boxes: whether boxes cover everything, which hides
 * which, and where one function of rules gives less than another.
 *
 * <p>It knows grids of value classes and nothing of packs, facts or people. Every answer is found
 * by splitting boxes, never by sampling, and costs splits out of a limit; when they are spent, the
 * question is left open instead of answered wrongly.
 */
@NullMarked
package exeat.rules.proof;

import org.jspecify.annotations.NullMarked;
