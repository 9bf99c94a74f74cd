/**
 * The model of decisions: tables over facts, tests against constants, the ranks of rules, and the
 * sheets that people read.
 *
 * <p>Read {@link exeat.rules.dmn.DecisionModel} and {@link exeat.rules.dmn.DecisionTable} first;
 * after OMG, Decision Model and Notation 1.5 (formal/24-01-01), 8. Files become such a model in
 * {@code exeat.rules.dmn.compose}; this package knows nothing of directives.
 */
@NullMarked
package exeat.rules.dmn;

import org.jspecify.annotations.NullMarked;
