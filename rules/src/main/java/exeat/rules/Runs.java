package exeat.rules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An input's values in runs of neighbouring value classes, few enough to have a row of rules each.
 */
final class Runs {

    private final int input;
    private final Column column;
    private final int each;

    /**
     * @param input its place among the table's
     * @param most how many runs there may be; fewer where it has fewer value classes
     */
    Runs(int input, Column column, int most) {
        this.input = input;
        this.column = column;
        this.each = column.cuts().length / most + 1;
    }

    int input() {
        return input;
    }

    /** Where the second run and those after it begin. */
    long[] cuts() {
        var all = column.cuts();
        return IntStream.rangeClosed(1, all.length / each)
                .mapToLong(run -> all[run * each - 1])
                .toArray();
    }

    /** By run, the rules that any of its values leaves possible, in pages. */
    List<long[]> rows() {
        int classes = column.sets().classes();
        return IntStream.range(0, column.cuts().length / each + 1)
                .mapToObj(run -> column.sets().any(run * each, Math.min(classes, (run + 1) * each)))
                .toList();
    }

    /** Whether a run may stand for several value classes. */
    boolean areCoarse() {
        return each > 1;
    }

    /** How many rules a run leaves possible, on average. */
    double density() {
        return rows().stream()
                .flatMapToLong(Arrays::stream)
                .mapToInt(Long::bitCount)
                .average()
                .orElse(0);
    }
}
