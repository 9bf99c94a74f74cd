package exeat.rules.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An input's values in runs of neighbouring value classes, few enough to have a row of rules each.
 */
final class ClassRanges {

    private final int input;
    private final long[] cuts;
    private final List<long[]> rows;
    private final boolean areCoarse;

    /**
     * @param input its place among the table's
     * @param most how many runs there may be; fewer where it has fewer value classes
     */
    ClassRanges(int input, Column column, int most) {
        var all = column.cuts();
        var sets = column.sets();
        int each = all.length / most + 1;
        this.input = input;
        this.areCoarse = each > 1;
        this.cuts =
                IntStream.rangeClosed(1, all.length / each)
                        .mapToLong(run -> all[run * each - 1])
                        .toArray();
        this.rows =
                IntStream.rangeClosed(0, all.length / each)
                        .mapToObj(run ->
                                sets.any(run * each, Math.min(sets.classes(), (run + 1) * each)))
                        .toList();
    }

    int input() {
        return input;
    }

    /** Where the second run and those after it begin. */
    long[] cuts() {
        return cuts.clone();
    }

    /** By run, the rules that any of its values leaves possible, in pages. */
    List<long[]> rows() {
        return rows;
    }

    /** Whether a run may stand for several value classes. */
    boolean areCoarse() {
        return areCoarse;
    }

    /** How many rules a run leaves possible, on average. */
    double density() {
        return rows.stream()
                .flatMapToLong(Arrays::stream)
                .mapToInt(Long::bitCount)
                .average()
                .orElse(0);
    }
}
