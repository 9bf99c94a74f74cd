/**
 * Decisions a second under a pack, beside other engines and programs written by hand.
 *
 * <p>Exeat is measured by what decides real cases: {@code Directive.decide} of a pack with the
 * complete finding. All contestants get the same rules and people from a seed, in one virtual
 * machine, and must agree with the reference before their time counts. Read {@code Contestant} for
 * who is measured, {@code exeat.bench.rules.subject} for what is asked.
 */
@NullMarked
package exeat.bench.rules;

import org.jspecify.annotations.NullMarked;
