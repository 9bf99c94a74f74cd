/**
 * Measures decisions a second under a pack, compared with other engines and hand-written programs;
 * Exeat is measured with the code that decides real cases, {@code Directive.decide} of a pack, with
 * the complete finding.
 *
 * <p>All contestants get the same seeded rules and people in one virtual machine, and must agree
 * with the reference before their time counts. Read {@code Contestant} for who is measured, and
 * {@code exeat.bench.rules.subject} for what they decide.
 */
@NullMarked
package exeat.bench.rules;

import org.jspecify.annotations.NullMarked;
