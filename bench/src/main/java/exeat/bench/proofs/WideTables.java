package exeat.bench.proofs;

import exeat.bench.proofs.BenchTable.Input;
import exeat.bench.proofs.BenchTable.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables over six facts: three amounts to the cent, so that rules rarely share a constant; two
 * texts; and a protected boolean whose value true is shielded.
 */
final class WideTables {

    private static final int CENTS = 10_000_000;
    private static final List<Integer> TEXTS = List.of(10, 8);
    private static final int TIE = 5;

    static final List<Input> INPUTS =
            List.of(
                    BenchTable.number("income"),
                    BenchTable.number("stay"),
                    BenchTable.number("distance"),
                    new Input(
                            "region",
                            "string",
                            "type: text, values: [a, b, c, d, e, f, g, h, i, j]"),
                    new Input("kin", "string", "type: text, values: [a, b, c, d, e, f, g, h]"),
                    new Input(
                            "tie",
                            "boolean",
                            "type: boolean, protected: true, shielded: [\"true\"]"));

    private WideTables() {}

    /** Rules with random conditions, so that many overlap and many are hidden. */
    static BenchTable overlapping(int rules) {
        var random = new Random(rules);
        var rows = new ArrayList<Row>();
        for (int rule = 0; rule < rules; rule++) {
            var cells = new ArrayList<String>();
            for (int at = 0; at < 3; at++) {
                int one = random.nextInt(CENTS);
                int other = random.nextInt(CENTS);
                boolean open = random.nextInt(6) == 0 || one == other;
                cells.add(open ? "-" : amounts(Math.min(one, other), Math.max(one, other)));
            }
            for (int values : TEXTS) {
                int one = random.nextInt(values);
                int other = random.nextInt(values);
                cells.add(random.nextInt(6) == 0 ? "-" : texts(List.of(one, other)));
            }
            boolean approves = random.nextInt(3) > 0;
            cells.add(approves && random.nextInt(3) == 0 ? "true" : "-");
            rows.add(new Row(cells, approves));
        }
        return new BenchTable(INPUTS, rows);
    }

    /** Disjoint rules that leave one region uncovered, which one more rule covers. */
    static BenchTable disjoint(int rules) {
        var random = new Random(rules);
        var tiles = new ArrayList<List<List<Integer>>>();
        tiles.add(
                List.of(
                        List.of(0, CENTS),
                        List.of(0, CENTS),
                        List.of(0, CENTS),
                        IntStream.range(0, TEXTS.get(0)).boxed().toList(),
                        IntStream.range(0, TEXTS.get(1)).boxed().toList(),
                        List.of(0, 1)));
        while (tiles.size() < rules + 1) {
            int tile = random.nextInt(tiles.size());
            int at = random.nextInt(INPUTS.size());
            var side = tiles.get(tile).get(at);
            if (at < 3) {
                int width = side.get(1) - side.get(0);
                if (width > 1) {
                    int cut = side.get(0) + 1 + random.nextInt(width - 1);
                    split(tiles, tile, at, List.of(side.get(0), cut), List.of(cut, side.get(1)));
                }
            } else if (side.size() > 1) {
                int cut = 1 + random.nextInt(side.size() - 1);
                split(tiles, tile, at, side.subList(0, cut), side.subList(cut, side.size()));
            }
        }
        Collections.shuffle(tiles, random);
        var rows = new ArrayList<Row>();
        for (var tile : tiles.subList(0, rules)) {
            var cells =
                    IntStream.range(0, tile.size()).mapToObj(at -> cell(at, tile.get(at))).toList();
            rows.add(new Row(cells, cells.get(TIE).equals("true") || random.nextInt(3) > 0));
        }
        return new BenchTable(INPUTS, rows);
    }

    private static void split(
            List<List<List<Integer>>> tiles,
            int tile,
            int at,
            List<Integer> left,
            List<Integer> right) {
        var other = new ArrayList<>(tiles.get(tile));
        other.set(at, right);
        var one = new ArrayList<>(tiles.get(tile));
        one.set(at, left);
        tiles.set(tile, one);
        tiles.add(other);
    }

    private static String cell(int at, List<Integer> side) {
        if (at < 3) {
            return amounts(side.get(0), side.get(1));
        }
        if (at < TIE) {
            return side.size() == TEXTS.get(at - 3) ? "-" : texts(side);
        }
        // Withholding the fact counts as false.
        return side.size() == 2 ? "-" : side.getFirst() == 1 ? "true" : "not(true)";
    }

    private static String amounts(int low, int high) {
        if (low == 0) {
            return high == CENTS ? "-" : "< " + euros(high);
        }
        return high == CENTS ? ">= " + euros(low) : "[" + euros(low) + ".." + euros(high) + ")";
    }

    private static String euros(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    private static String texts(List<Integer> values) {
        return values.stream()
                .distinct()
                .map(value -> "\"" + (char) ('a' + value) + "\"")
                .collect(Collectors.joining(","));
    }
}
