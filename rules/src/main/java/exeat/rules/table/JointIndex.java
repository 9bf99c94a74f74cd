package exeat.rules.table;

import exeat.rules.decide.ColumnBitmaps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inputs whose slots have no order and are few, taken together: each combination of their slots has
 * a row of its own, found by multiplying.
 */
final class JointIndex {

    private final int[] inputs;
    private final int[] strides;

    /** How many combinations there are. */
    private final int combinations;

    /**
     * The inputs of fewest slots, as many as have no more combinations than this.
     *
     * @param columns of all inputs of the table
     */
    static JointIndex of(List<Column> columns, int most) {
        var chosen = new ArrayList<Integer>();
        long combinations = 1;
        var listed =
                IntStream.range(0, columns.size())
                        .filter(at -> !columns.get(at).hasOrder())
                        .boxed()
                        .sorted(Comparator.comparingInt(at -> columns.get(at).sets().classes()))
                        .toList();
        for (int at : listed) {
            combinations *= columns.get(at).sets().classes();
            if (combinations > most) {
                break;
            }
            chosen.add(at);
        }
        return new JointIndex(columns, chosen);
    }

    private JointIndex(List<Column> all, List<Integer> chosen) {
        this.inputs = chosen.stream().mapToInt(Integer::intValue).toArray();
        this.strides = new int[inputs.length];
        int count = 1;
        for (int at = 0; at < inputs.length; at++) {
            strides[at] = count;
            count *= all.get(inputs[at]).sets().classes();
        }
        this.combinations = count;
    }

    /** The inputs that do not stand here, of so many. */
    int[] others(int all) {
        return IntStream.range(0, all)
                .filter(input -> Arrays.stream(inputs).noneMatch(mine -> mine == input))
                .toArray();
    }

    /**
     * By combination, the rules that it leaves possible, in pages.
     *
     * @param all the columns of all inputs
     */
    List<long[]> rows(int rules, List<Column> all) {
        int pages = ColumnBitmaps.pagesFor(rules);
        var rows = new ArrayList<long[]>();
        for (int row = 0; row < combinations; row++) {
            var set = new long[pages];
            Arrays.fill(set, -1L);
            set[pages - 1] = -1L >>> -rules;
            for (int at = 0; at < inputs.length; at++) {
                var sets = all.get(inputs[at]).sets();
                int slot = row / strides[at] % sets.classes();
                for (int page = 0; page < pages; page++) {
                    set[page] &= sets.page(slot, page);
                }
            }
            rows.add(set);
        }
        return rows;
    }

    /** The number of the combination. */
    int row(long[] slots) {
        int row = 0;
        for (int at = 0; at < inputs.length; at++) {
            row += (int) slots[inputs[at]] * strides[at];
        }
        return row;
    }
}
