package exeat.bench.rules.subject;

import java.util.Optional;

/** A range from an inclusive low bound to an exclusive high bound; either may be missing. */
public record ValueRange<T extends Comparable<? super T>>(Optional<T> low, Optional<T> high) {

    static <T extends Comparable<? super T>> ValueRange<T> any() {
        return new ValueRange<T>(Optional.empty(), Optional.empty());
    }

    public boolean isAny() {
        return low.isEmpty() && high.isEmpty();
    }

    boolean holds(T value) {
        return low.map(bound -> bound.compareTo(value) <= 0).orElse(true)
                && high.map(bound -> bound.compareTo(value) > 0).orElse(true);
    }
}
