package exeat.bench.rules.subject;

import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * A contestant's answer for a person: the outputs of all five decisions, read from its engine's own
 * format. A {@link Finding} has more: the paragraph, the facts used, the instruments not held, and
 * why it refers.
 *
 * @param outcome such as {@code approve always}
 * @param route empty if there is none
 * @param rule the rule that decided; empty if none did
 * @param grounds grounds on which the finding can be set aside, for its own route only
 */
public record Said(
        String outcome,
        String route,
        String rule,
        List<Clearance> clearances,
        List<String> documents,
        Paper paper,
        List<String> grounds) {

    /** A clearance, the function that does it, and its deadline in days. */
    public record Clearance(String name, String function, int days) {}

    /** A paper's validity and fee; the fee is in whole units. */
    public record Paper(
            int validityDays, boolean reentry, int decisionDays, int fee, int appearances) {}

    /** What is said for a finding based on one rule, or on none. */
    public static Said of(Finding finding) {
        var grounds = finding.grounds();
        return new Said(
                finding.outcome().word(),
                finding.routes().isEmpty() ? "" : finding.routes().getFirst(),
                grounds.isEmpty() ? "" : grounds.getFirst().rule(),
                finding.burden().clearances().stream()
                        .map(demand ->
                                new Clearance(
                                        demand.name(), demand.function().word(), demand.days()))
                        .toList(),
                finding.burden().documents(),
                paper(finding.burden()),
                finding.setAsideGrounds());
    }

    private static Paper paper(Burden burden) {
        return new Paper(
                burden.validityDays(),
                burden.reentry(),
                burden.decisionDays(),
                burden.fee().intValueExact(),
                burden.appearances());
    }

    /** The fee as in a burden, without trailing zeros. */
    static BigDecimal fee(Paper paper) {
        return paper.fee() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(paper.fee()).stripTrailingZeros();
    }
}
