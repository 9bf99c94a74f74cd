/**
 * Decisions a second under a pack, beside other engines and programs written by hand.
 *
 * <p>The contestant is what decides people: {@code Directive.decide} of a pack, its finding
 * complete. Every contestant is given the same rules and the same people from a seed, in one
 * virtual machine, and has to say what the reference says before its time counts. Read {@code
 * Contestant} for who is measured, {@code exeat.bench.rules.subject} for what is asked.
 */
@NullMarked
package exeat.bench.rules;

import org.jspecify.annotations.NullMarked;
