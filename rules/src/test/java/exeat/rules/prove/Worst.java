package exeat.rules.prove;

import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The worst of some findings in each aspect, worked out from the findings alone.
 *
 * @param burdens by what is asked, how much of it at most; of what is given, how much less
 * @param grounds on which one of those can be set aside that are approved in general
 */
record Worst(int outcome, Map<String, BigDecimal> burdens, Set<String> grounds) {

    private static Worst of(Finding finding) {
        var burden = finding.burden();
        var asked = new TreeMap<String, BigDecimal>();
        burden.clearances()
                .forEach(one ->
                        asked.merge(
                                one.name() + "/" + one.function().word(),
                                BigDecimal.valueOf(one.days()),
                                BigDecimal::max));
        burden.documents().forEach(one -> asked.put("document " + one, BigDecimal.ONE));
        asked.put("fee", burden.fee());
        asked.put("appearances", BigDecimal.valueOf(burden.appearances()));
        asked.put("interviews", BigDecimal.valueOf(burden.interviews()));
        asked.put("days", BigDecimal.valueOf(burden.decisionDays()));
        asked.put("validity", BigDecimal.valueOf(-burden.validityDays()));
        asked.put("no way back", burden.reentry() ? BigDecimal.ZERO : BigDecimal.ONE);
        burden.quota().ifPresent(places -> asked.put("quota", BigDecimal.valueOf(1e12 - places)));
        return new Worst(
                List.of(Outcome.values()).indexOf(finding.outcome()),
                asked,
                Set.copyOf(finding.setAsideGrounds()));
    }

    /** Of at least one finding. */
    static Worst of(List<Finding> findings) {
        var worst = findings.stream().map(Worst::of).toList();
        var asked = new TreeMap<String, BigDecimal>();
        var grounds = new HashSet<String>();
        worst.forEach(one -> {
            one.burdens().forEach((what, much) -> asked.merge(what, much, BigDecimal::max));
            grounds.addAll(one.grounds());
        });
        return new Worst(
                worst.stream().mapToInt(Worst::outcome).max().orElseThrow(), asked, grounds);
    }

    /** Whether a finding is at least as good as this in every aspect. */
    boolean isGivenBy(Finding finding) {
        var own = of(finding);
        boolean bothInGeneral =
                own.outcome == outcome && finding.outcome() == Outcome.APPROVE_IN_GENERAL;
        return own.outcome <= outcome
                && own.burdens.entrySet().stream()
                        .allMatch(one ->
                                one.getValue()
                                                .compareTo(
                                                        burdens.getOrDefault(
                                                                one.getKey(), BigDecimal.ZERO))
                                        <= 0)
                && burdens.entrySet().stream()
                        .allMatch(one ->
                                own.burdens
                                                .getOrDefault(one.getKey(), BigDecimal.ZERO)
                                                .compareTo(one.getValue())
                                        <= 0)
                && (!bothInGeneral || grounds.containsAll(own.grounds));
    }
}
