package exeat.rules.prove;

import exeat.rules.canonical.FormOutput;
import exeat.rules.canonical.FormValue;
import exeat.rules.reference.ReferenceFinding;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The worst of several findings in each aspect, computed from the findings alone.
 *
 * @param burdens by what is asked, how much of it at most; of what is given, how much less
 * @param grounds on which one of those can be set aside that are approved in general
 */
public record Worst(int outcome, Map<String, BigDecimal> burdens, Set<String> grounds) {

    private static final List<String> OUTCOMES =
            List.of("approve always", "approve in general", "refer");

    private static Worst of(ReferenceFinding finding) {
        var burden = finding.burden();
        var asked = new TreeMap<String, BigDecimal>();
        burden.clearances()
                .forEach(one ->
                        asked.merge(
                                one.name() + "/" + one.function(),
                                BigDecimal.valueOf(one.days()),
                                BigDecimal::max));
        burden.documents().forEach(one -> asked.put("document " + one, BigDecimal.ONE));
        burden.paper()
                .forEach((output, value) -> {
                    boolean own =
                            burden.declared().stream().noneMatch(one -> one.name().equals(output));
                    if (own && value instanceof FormValue.Numeral(var number)) {
                        boolean given = output.equals("validity days");
                        asked.put(output, given ? number.negate() : number);
                    }
                });
        for (var output : burden.declared()) {
            var value = burden.paper().getOrDefault(output.name(), FormValue.ABSENT);
            asked.put(output.name(), worth(output, value).negate());
        }
        boolean back = FormValue.of(true).equals(burden.paper().get("re-entry"));
        asked.put("no way back", back ? BigDecimal.ZERO : BigDecimal.ONE);
        asked.computeIfPresent(
                "quota", (quota, places) -> BigDecimal.valueOf(1e12).subtract(places));
        return new Worst(
                OUTCOMES.indexOf(finding.outcome()), asked, Set.copyOf(finding.setAside()));
    }

    private static BigDecimal worth(FormOutput output, FormValue value) {
        return switch (output.better()) {
            case "more" ->
                    value instanceof FormValue.Numeral(var number)
                            ? number
                            : BigDecimal.valueOf(1e12);
            case "less" -> ((FormValue.Numeral) value).number().negate();
            case "yes" -> value.equals(FormValue.of(true)) ? BigDecimal.ONE : BigDecimal.ZERO;
            case "no" -> value.equals(FormValue.of(true)) ? BigDecimal.ZERO : BigDecimal.ONE;
            default ->
                    BigDecimal.valueOf(
                            -output.bestFirst().indexOf(((FormValue.Text) value).text()));
        };
    }

    /** Of at least one finding. */
    public static Worst of(List<ReferenceFinding> findings) {
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
    public boolean isGivenBy(ReferenceFinding finding) {
        var own = of(finding);
        boolean bothInGeneral =
                own.outcome == outcome && finding.outcome().equals("approve in general");
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
