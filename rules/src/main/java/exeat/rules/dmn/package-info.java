/**
 * The model of decisions: tables over facts, tests against constants, the ranks of rules, and
 * sheets for display.
 *
 * <p>Read {@link exeat.rules.dmn.DecisionModel} and {@link exeat.rules.dmn.DecisionTable} first;
 * after OMG, Decision Model and Notation 1.5 (formal/24-01-01), 8. {@code exeat.rules.dmn.compose}
 * makes such a model from files; this package knows nothing about directives.
 */
@NullMarked
package exeat.rules.dmn;

import org.jspecify.annotations.NullMarked;
