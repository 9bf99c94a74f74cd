package exeat.bench.rules.subject;

import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * What every contestant says of a person: the outputs of all five decisions, read out of the form
 * in which its engine gives them. A {@link Finding} holds more: the paragraph, the facts that were
 * used, what nobody here holds, and why it refers.
 *
 * @param outcome such as {@code approve always}
 * @param route empty where there is none
 * @param rule the rule that decided; empty where none did
 * @param grounds on which the finding can be set aside, of its route alone
 */
public record Said(
        String outcome,
        String route,
        String rule,
        List<Clearance> clearances,
        List<String> documents,
        Paper paper,
        List<String> grounds) {

    /** A clearance, the function that does it, and its days. */
    public record Clearance(String name, String function, int days) {}

    /** What a paper is worth and costs; the fee in whole units. */
    public record Paper(
            int validityDays, boolean reentry, int decisionDays, int fee, int appearances) {}

    /** The same of a finding that rests on one rule, or on none. */
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

    /** The fee as a burden has it: without zeros at its end. */
    static BigDecimal fee(Paper paper) {
        return paper.fee() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(paper.fee()).stripTrailingZeros();
    }
}
