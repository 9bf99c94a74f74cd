package exeat.bench.cases;

import java.util.Collection;
import java.util.List;

/**
 * How long each of several responses took.
 *
 * @param sorted milliseconds, ascending; at least one
 */
record Times(List<Double> sorted) {

    static Times of(Collection<Double> millis) {
        return new Times(millis.stream().sorted().toList());
    }

    double median() {
        return sorted.get(sorted.size() / 2);
    }

    /** The time that 99 of 100 do not exceed. */
    double p99() {
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    double most() {
        return sorted.getLast();
    }
}
