package exeat.bench.rules;

import java.util.List;

/**
 * What was measured of one engine over one table.
 *
 * @param nanos processor time a decision
 * @param bytes allocated a decision
 * @param loadMillis from the table's file to the first decision that could be made
 * @param tableBytes what the heap holds more with the table loaded than before
 * @param checked how many answers were compared with the reference
 */
record Score(
        Contestant contestant,
        int rules,
        double nanos,
        double bytes,
        double loadMillis,
        long tableBytes,
        int checked) {

    /** The middle one of several measurements. */
    static double median(List<Double> measured) {
        var sorted = measured.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted.get(sorted.size() / 2);
    }
}
