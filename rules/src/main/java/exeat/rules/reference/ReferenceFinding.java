package exeat.rules.reference;

import exeat.rules.canonical.FormOutput;
import exeat.rules.canonical.FormValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a directive says of some facts.
 *
 * @param why of a referral: {@code by rule}, {@code uncovered} or {@code unanswered}
 * @param routes every route that counts, sorted
 * @param grounds the rules that count, the best outcome first
 * @param unanswered the facts that can still change the finding, those not protected first
 * @param notHeld instruments on which a rule that counts relies, and that are not held
 * @param setAside the grounds on which the finding can be set aside
 */
public record ReferenceFinding(
        String outcome,
        Optional<String> why,
        String purpose,
        List<String> routes,
        Burden burden,
        List<Ground> grounds,
        List<String> unanswered,
        List<String> notHeld,
        List<String> setAside) {

    /** A rule that counts, with its paragraph and its route. */
    public record Ground(String rule, Optional<String> paragraph, Optional<String> route) {}

    /** A clearance that is asked, and the days that its unit has. */
    public record Clearance(String name, String function, int days, boolean assumed) {}

    /** What is asked, in the order of the tables; {@code paper} is by output. */
    public record Burden(
            List<Clearance> clearances,
            List<String> documents,
            Map<String, FormValue> paper,
            List<FormOutput> declared) {}

    static final List<String> OUTCOMES = List.of("approve always", "approve in general", "refer");

    private static final BigDecimal ENDLESS = new BigDecimal("1e30");

    /**
     * Whether it is at least as good for the person as another: no lower outcome, nothing more or
     * longer asked, nothing less given, and where both are approved in general no further ground to
     * set it aside.
     */
    public boolean atLeastAsGoodAs(ReferenceFinding other) {
        if (OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(other.outcome)) {
            return false;
        }
        boolean bothInGeneral =
                outcome.equals("approve in general") && other.outcome.equals(outcome);
        if (bothInGeneral && !other.setAside.containsAll(setAside)) {
            return false;
        }
        var own = good();
        var others = other.good();
        return Stream.concat(own.keySet().stream(), others.keySet().stream())
                .allMatch(measure ->
                        own.getOrDefault(measure, BigDecimal.ZERO)
                                        .compareTo(others.getOrDefault(measure, BigDecimal.ZERO))
                                >= 0);
    }

    /** How good the burden is, by measure: more is better, and a missing measure counts as 0. */
    private Map<String, BigDecimal> good() {
        var good = new HashMap<String, BigDecimal>();
        for (var clearance : burden.clearances) {
            good.merge(
                    "clearance " + clearance.name + " of " + clearance.function,
                    BigDecimal.valueOf(-clearance.days),
                    BigDecimal::min);
        }
        burden.documents.forEach(one -> good.put("document " + one, BigDecimal.ONE.negate()));
        for (var asked : List.of("fee", "appearances", "interviews", "decision days")) {
            good.put(asked, number(asked, BigDecimal.ZERO).negate());
        }
        good.put("quota", number("quota", ENDLESS));
        good.put("validity days", number("validity days", BigDecimal.ZERO));
        if (FormValue.of(true).equals(burden.paper.get("re-entry"))) {
            good.put("re-entry", BigDecimal.ONE);
        }
        for (var output : burden.declared) {
            var value = burden.paper.getOrDefault(output.name(), FormValue.ABSENT);
            good.put("" + output, output.goodness(value));
        }
        return good;
    }

    private BigDecimal number(String output, BigDecimal otherwise) {
        return burden.paper.get(output) instanceof FormValue.Numeral number
                ? number.number()
                : otherwise;
    }
}
