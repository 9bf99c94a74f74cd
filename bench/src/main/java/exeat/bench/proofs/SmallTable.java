package exeat.bench.proofs;

import exeat.bench.proofs.BenchTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A table of a few rules over two numbers, small enough that trying every case shows who is right.
 * Its constants are 1, 2 and 3, so half numbers from 0.5 to 3.5 are all the cases there are.
 *
 * @param rules by rule and input, the first and last value that passes, in halves
 */
record SmallTable(BenchTable table, List<int[][]> rules) {

    private static final int INPUTS = 2;

    /** Counted in halves: 1 means 0.5, below all constants; 7 means 3.5, above them. */
    private static final int FIRST = 1;

    private static final int LAST = 7;

    static SmallTable of(long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Row>();
        var rules = new ArrayList<int[][]>();
        int many = 3 + random.nextInt(6);
        for (int rule = 0; rule < many; rule++) {
            var cells = new ArrayList<String>();
            var spans = new int[INPUTS][];
            for (int at = 0; at < INPUTS; at++) {
                int constant = 1 + random.nextInt(3);
                // The first rule tests both inputs, because a pack must not have a fact that no
                // rule tests.
                switch (rule == 0 ? 1 + random.nextInt(4) : random.nextInt(5)) {
                    case 0 -> add(cells, "-", spans, at, FIRST, LAST);
                    case 1 -> add(cells, "< " + constant, spans, at, FIRST, 2 * constant - 1);
                    case 2 -> add(cells, "<= " + constant, spans, at, FIRST, 2 * constant);
                    case 3 -> add(cells, ">= " + constant, spans, at, 2 * constant, LAST);
                    default -> add(cells, "[1..3)", spans, at, 2, 5);
                }
            }
            rows.add(new Row(cells, random.nextBoolean()));
            rules.add(spans);
        }
        return new SmallTable(new BenchTable(BenchTable.numbers(INPUTS), rows), rules);
    }

    private static void add(
            List<String> cells, String cell, int[][] spans, int at, int first, int last) {
        cells.add(cell);
        spans[at] = new int[] {first, last};
    }

    /** Whether every case has a rule. */
    boolean isComplete() {
        for (int x = FIRST; x <= LAST; x++) {
            for (int y = FIRST; y <= LAST; y++) {
                if (first(x, y) == rules.size()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether some rule is never the first to match. */
    boolean hidesSome() {
        var wins = new boolean[rules.size() + 1];
        for (int x = FIRST; x <= LAST; x++) {
            for (int y = FIRST; y <= LAST; y++) {
                wins[first(x, y)] = true;
            }
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (!wins[rule]) {
                return true;
            }
        }
        return false;
    }

    private int first(int x, int y) {
        for (int rule = 0; rule < rules.size(); rule++) {
            var spans = rules.get(rule);
            if (within(spans[0], x) && within(spans[1], y)) {
                return rule;
            }
        }
        return rules.size();
    }

    private static boolean within(int[] span, int half) {
        return span[0] <= half && half <= span[1];
    }
}
