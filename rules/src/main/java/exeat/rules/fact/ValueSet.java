package exeat.rules.fact;

import java.util.List;
import java.util.Optional;

/** Partial knowledge of a fact: its value is one of these. */
public sealed interface ValueSet {

    /** One of some values; at least two, in the order in which they were said. */
    record OneOf(List<Value> values) implements ValueSet {
        public OneOf {
            values = List.copyOf(values);
            if (values.stream().distinct().count() < 2) {
                throw new IllegalArgumentException("one of fewer than two values");
            }
        }
    }

    /** A number or a day from one to another, both included; at least one end is given. */
    record Between(Optional<Value> low, Optional<Value> high) implements ValueSet {
        public Between {
            if (low.isEmpty() && high.isEmpty()) {
                throw new IllegalArgumentException("between nothing and nothing");
            }
            if (low.isPresent()
                    && high.isPresent()
                    && Conditions.compare(low.get(), high.get()) > 0) {
                throw new IllegalArgumentException("between a higher and a lower value");
            }
        }
    }

    /** Every value that it names. */
    default List<Value> named() {
        return switch (this) {
            case OneOf oneOf -> oneOf.values();
            case Between between ->
                    java.util.stream.Stream.of(between.low(), between.high())
                            .flatMap(Optional::stream)
                            .toList();
        };
    }
}
