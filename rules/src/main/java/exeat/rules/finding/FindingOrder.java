package exeat.rules.finding;

import exeat.rules.finding.Aspect.Kind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good a finding is, aspect by aspect, higher is better: the one place where the order of
 * outcomes and burdens is written down. Proofs, comparisons and simulations all use it.
 *
 * <p>One finding is at least as good as another when it is in every aspect. So an approval with a
 * further clearance and a referral without it are neither.
 */
public final class FindingOrder {

    private FindingOrder() {}

    /** How good an outcome is. */
    public static BigDecimal of(Outcome outcome) {
        return switch (outcome) {
            case APPROVE_ALWAYS -> BigDecimal.TWO;
            case APPROVE_IN_GENERAL -> BigDecimal.ONE;
            case REFER -> BigDecimal.ZERO;
        };
    }

    /** How good it is to be asked for a clearance with this limit. */
    public static BigDecimal of(ClearanceDemand demand) {
        return BigDecimal.valueOf(-demand.days());
    }

    /** How good it is to be asked for a document. */
    public static BigDecimal ofDocument() {
        return BigDecimal.ONE.negate();
    }

    /** How good the rule of a paper is, by aspect. */
    public static Map<Aspect, BigDecimal> of(PaperRow row) {
        var all = new TreeMap<Aspect, BigDecimal>();
        all.put(Aspect.of(Kind.FEE), row.fee().negate());
        all.put(Aspect.of(Kind.APPEARANCES), BigDecimal.valueOf(-row.appearances()));
        all.put(Aspect.of(Kind.INTERVIEWS), BigDecimal.valueOf(-row.interviews()));
        all.put(
                Aspect.of(Kind.QUOTA),
                row.quota().map(places -> BigDecimal.valueOf(places)).orElse(Aspect.NO_QUOTA));
        all.put(Aspect.of(Kind.DECISION_DAYS), BigDecimal.valueOf(-row.decisionDays()));
        all.put(Aspect.of(Kind.VALIDITY_DAYS), BigDecimal.valueOf(row.validityDays()));
        all.put(Aspect.of(Kind.REENTRY), row.reentry() ? BigDecimal.ONE : BigDecimal.ZERO);
        row.outputs().forEach(given -> all.put(given.aspect(), given.goodness()));
        return all;
    }

    /** How good a burden is, by aspect; a missing aspect counts as 0. */
    static Map<Aspect, BigDecimal> of(Burden burden) {
        var all =
                new TreeMap<>(
                        of(
                                new PaperRow(
                                        burden.validityDays(),
                                        burden.reentry(),
                                        burden.decisionDays(),
                                        burden.fee(),
                                        burden.appearances(),
                                        burden.interviews(),
                                        burden.quota(),
                                        burden.outputs())));
        for (var demand : burden.clearances()) {
            all.merge(Aspect.clearance(demand), of(demand), BigDecimal::min);
        }
        burden.documents().forEach(document -> all.put(Aspect.document(document), ofDocument()));
        return all;
    }

    /** Whether what has these is at least as good, in every aspect, as what has the others. */
    static boolean atLeastAsGood(Map<Aspect, BigDecimal> these, Map<Aspect, BigDecimal> others) {
        return these.entrySet().stream()
                        .allMatch(one -> atLeast(one.getValue(), others.get(one.getKey())))
                && others.entrySet().stream()
                        .allMatch(other ->
                                atLeast(
                                        these.getOrDefault(other.getKey(), BigDecimal.ZERO),
                                        other.getValue()));
    }

    private static boolean atLeast(
            BigDecimal one, @org.jspecify.annotations.Nullable BigDecimal other) {
        return one.compareTo(other == null ? BigDecimal.ZERO : other) >= 0;
    }
}
