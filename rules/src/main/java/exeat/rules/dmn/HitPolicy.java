package exeat.rules.dmn;

import java.util.Optional;

/** A table's hit policy (DMN 1.5, 8.2.8). */
public sealed interface HitPolicy {

    /** Policies that return the outputs of at most one rule. */
    enum Single implements HitPolicy {
        UNIQUE,
        FIRST,
        PRIORITY,
        ANY
    }

    /** Policies that return the outputs of every matching rule. */
    enum Multiple implements HitPolicy {
        RULE_ORDER,
        OUTPUT_ORDER
    }

    /**
     * Returns the outputs of every matching rule in no particular order, or one number computed
     * from them.
     */
    record Collect(Optional<Aggregation> aggregation) implements HitPolicy {}

    /** How COLLECT can aggregate numbers. */
    enum Aggregation {
        SUM,
        MIN,
        MAX,
        COUNT
    }
}
