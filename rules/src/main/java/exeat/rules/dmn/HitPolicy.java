package exeat.rules.dmn;

import java.util.Optional;

/** What a table answers when rules match (DMN 1.5, 8.2.8). */
public sealed interface HitPolicy {

    /** The policies of which at most one rule's outputs come. */
    enum Single implements HitPolicy {
        UNIQUE,
        FIRST,
        PRIORITY,
        ANY
    }

    /** The policies of which every matching rule's outputs come. */
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
