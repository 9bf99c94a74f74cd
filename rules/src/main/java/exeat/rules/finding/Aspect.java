package exeat.rules.finding;

import exeat.rules.fact.DeclaredOutput;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One aspect in which findings are compared, with a total order of its own: {@link FindingOrder}
 * says how good a finding is in it.
 *
 * @param name of the clearance, the document or the ground; empty for the others
 * @param function of the unit that does a clearance; empty for the others
 * @param output that the pack declares; empty for the others
 */
public record Aspect(Kind kind, String name, String function, Optional<DeclaredOutput> output)
        implements Comparable<Aspect> {

    public enum Kind {
        OUTCOME,
        CLEARANCE,
        DOCUMENT,
        FEE,
        APPEARANCES,
        INTERVIEWS,
        QUOTA,
        DECISION_DAYS,
        VALIDITY_DAYS,
        REENTRY,
        OUTPUT
    }

    /** The rank of having no quota: better than any number of places. */
    static final BigDecimal NO_QUOTA = BigDecimal.valueOf(Long.MAX_VALUE);

    /** The rank of a refusal, below every outcome; a machine must never give it. */
    public static final BigDecimal REFUSED = BigDecimal.ONE.negate();

    private static final Comparator<Aspect> ORDER =
            Comparator.comparing(Aspect::kind)
                    .thenComparing(Aspect::name)
                    .thenComparing(Aspect::function)
                    .thenComparing(
                            aspect -> aspect.output().map(DeclaredOutput::sentence).orElse(""));

    public static Aspect of(Kind kind) {
        return new Aspect(kind, "", "", Optional.empty());
    }

    public static Aspect clearance(ClearanceDemand demand) {
        return new Aspect(
                Kind.CLEARANCE, demand.name(), demand.function().word(), Optional.empty());
    }

    public static Aspect document(String document) {
        return new Aspect(Kind.DOCUMENT, document, "", Optional.empty());
    }

    /** Outputs of one name that are not declared alike are aspects of their own. */
    public static Aspect output(DeclaredOutput output) {
        return new Aspect(Kind.OUTPUT, output.name(), "", Optional.of(output));
    }

    @Override
    public int compareTo(Aspect other) {
        return ORDER.compare(this, other);
    }

    /** What a finding of this goodness gives, in words that follow a name. */
    public String words(BigDecimal goodness) {
        var amount = goodness.abs().toPlainString();
        return switch (kind) {
            case OUTCOME -> outcome(goodness);
            case CLEARANCE ->
                    goodness.signum() == 0
                            ? "does not require the clearance " + name + " of " + function
                            : "requires the clearance "
                                    + name
                                    + " of "
                                    + function
                                    + " within "
                                    + count(goodness, "day");
            case DOCUMENT ->
                    goodness.signum() == 0
                            ? "does not require the document " + name
                            : "requires the document " + name;
            case FEE -> goodness.signum() == 0 ? "charges no fee" : "charges a fee of " + amount;
            case APPEARANCES -> "asks " + count(goodness, "appearance");
            case INTERVIEWS -> "asks " + count(goodness, "interview");
            case QUOTA ->
                    goodness.compareTo(NO_QUOTA) == 0
                            ? "has no quota"
                            : "has a quota of " + count(goodness, "place");
            case DECISION_DAYS -> "gives " + count(goodness, "day") + " to decide what is referred";
            case VALIDITY_DAYS -> "gives a paper for " + count(goodness, "day");
            case REENTRY -> goodness.signum() == 0 ? "gives no way back" : "gives a way back";
            case OUTPUT -> output.orElseThrow().words(goodness);
        };
    }

    private static String outcome(BigDecimal goodness) {
        for (var outcome : Outcome.values()) {
            if (FindingOrder.of(outcome).compareTo(goodness) == 0) {
                return switch (outcome) {
                    case APPROVE_ALWAYS -> "approves always";
                    case APPROVE_IN_GENERAL -> "approves in general";
                    case REFER -> "refers";
                };
            }
        }
        return "refuses";
    }

    private static String count(BigDecimal goodness, String thing) {
        var amount = goodness.abs();
        boolean one = amount.compareTo(BigDecimal.ONE) == 0;
        return amount.toPlainString() + " " + thing + (one ? "" : "s");
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (name.isEmpty() ? "" : " " + name);
    }
}
