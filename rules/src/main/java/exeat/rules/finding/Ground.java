package exeat.rules.finding;

import exeat.rules.document.Paragraph;
import java.util.Optional;

/**
 * A ground of a finding: a rule that matched, and the paragraph that it cites.
 *
 * @param rule the rule's id in the decision table
 * @param route the route to approval, such as {@code A}; none for a rule that refers
 */
public record Ground(String rule, Paragraph paragraph, Optional<String> route) {}
