package exeat.bench.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A table to be proved, as cells of a DMN file.
 *
 * @param inputs what the rules test, in the order of their cells
 * @param rows the rules, under hit policy FIRST
 */
record BenchTable(List<Input> inputs, List<Row> rows) {

    /**
     * An input fact.
     *
     * @param type its type in DMN
     * @param vocabulary its entry in the vocabulary, without the name
     */
    record Input(String name, String type, String vocabulary) {}

    /** A rule; one that does not approve refers. */
    record Row(List<String> cells, boolean approves) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    BenchTable {
        inputs = List.copyOf(inputs);
        rows = List.copyOf(rows);
    }

    static Input number(String name) {
        return new Input(name, "number", "type: number");
    }

    /** Rules over ranges of whole numbers, as in the first measurements of the peer. */
    static BenchTable ranges(int rules, int inputs, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Row>();
        for (int rule = 0; rule < rules; rule++) {
            var cells = new ArrayList<String>();
            for (int at = 0; at < inputs; at++) {
                int one = random.nextInt(1000);
                int other = one + 1 + random.nextInt(1000 - one);
                cells.add(random.nextInt(6) == 0 ? "-" : "[" + one + ".." + other + ")");
            }
            rows.add(new Row(cells, random.nextInt(3) > 0));
        }
        return new BenchTable(numbers(inputs), rows);
    }

    static List<Input> numbers(int inputs) {
        var numbers = new ArrayList<Input>();
        for (int at = 1; at <= inputs; at++) {
            numbers.add(number("x" + at));
        }
        return numbers;
    }

    /** The table with one more input, which no rule tests. */
    BenchTable with(Input input) {
        var wider = new ArrayList<>(inputs);
        wider.add(input);
        return new BenchTable(wider, rows.stream().map(row -> and(row, "-")).toList());
    }

    static Row and(Row row, String cell) {
        var cells = new ArrayList<>(row.cells());
        cells.add(cell);
        return new Row(cells, row.approves());
    }
}
