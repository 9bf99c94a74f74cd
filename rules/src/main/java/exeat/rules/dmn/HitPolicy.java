package exeat.rules.dmn;

import java.util.Optional;

/** A table's hit policy (DMN 1.5, 8.2.8). */
public sealed interface HitPolicy {

    /** Policies that give the outputs of at most one rule. */
    enum Single implements HitPolicy {
        UNIQUE,
        FIRST,
        PRIORITY,
        ANY
    }

    /** Policies that give the outputs of every matching rule. */
    enum Multiple implements HitPolicy {
        RULE_ORDER,
        OUTPUT_ORDER
    }

    /** Every matching rule's outputs in no promised order, or one number made of them. */
    record Collect(Optional<Aggregation> aggregation) implements HitPolicy {}

    /** What COLLECT can make of numbers. */
    enum Aggregation {
        SUM,
        MIN,
        MAX,
        COUNT
    }
}
