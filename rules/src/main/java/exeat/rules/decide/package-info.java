/**
 * The decision engine: from the facts of a case to the rules that match, and from these to what
 * they say together.
 *
 * <p>Read {@link exeat.rules.decide.CompiledRules} first, which decides everybody, then {@link
 * exeat.rules.decide.RuleMatcher} and {@link exeat.rules.decide.ConflictResolver}; over facts that
 * nobody has stated, {@link exeat.rules.decide.Completions} and {@link
 * exeat.rules.decide.OutcomeDiagram} walk every way to fill them in, on a decision diagram (Bryant,
 * Graph-Based Algorithms for Boolean Function Manipulation, 1986). It knows compiled tables alone:
 * no files, no expressions, no texts.
 */
@NullMarked
package exeat.rules.decide;

import org.jspecify.annotations.NullMarked;
