package exeat.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.decide.ColumnBitmaps;
import exeat.rules.dmn.UnaryTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One page and many, against the intersection taken set by set: inputs that stand together, alone
 * and in runs, rules with gaps between what they take, cuts so close that a cell has to be
 * searched.
 */
final class RuleSearchTest {

    private static final int ROUNDS = 300;

    private final Random random = new Random(20261125);

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "64, 2", "64, 5", "65, 0", "65, 1", "200, 3", "700, 9", "4200, 7"})
    void every_match_is_found_in_order_and_nothing_else(int rules, int inputs) {
        for (int table = 0; table < 12; table++) {
            var columns = IntStream.range(0, inputs).mapToObj(at -> column(rules, at)).toList();
            var search = RuleSearch.of(rules, columns);
            for (int round = 0; round < ROUNDS; round++) {
                var slots = columns.stream().mapToLong(this::slot).toArray();
                var expected = expected(rules, columns, slots);
                var found = new BitSet();
                for (int rule = search.first(slots);
                        rule != RuleSearch.NONE;
                        rule = search.next(slots, rule + 1)) {
                    assertThat(rule).isGreaterThanOrEqualTo(found.length());
                    found.set(rule);
                }
                assertThat(found).as("table %d, round %d", table, round).isEqualTo(expected);
            }
        }
    }

    private static BitSet expected(int rules, List<Column> columns, long[] slots) {
        var expected = new BitSet();
        expected.set(0, rules);
        for (int at = 0; at < slots.length; at++) {
            long slot = slots[at];
            int valueClass =
                    (int) LongStream.of(columns.get(at).cuts()).filter(cut -> cut <= slot).count();
            expected.and(columns.get(at).sets().bits().get(valueClass));
        }
        return expected;
    }

    private Column column(int rules, int at) {
        var input = new Column.Input("input " + at, new SlotEncoding.Truths(), new UnaryTest.Any());
        int classes = 2 + random.nextInt(random.nextBoolean() ? 6 : 300);
        var sets = ColumnBitmaps.ofBits(rules, sets(rules, classes));
        return random.nextInt(3) == 0
                ? Column.listed(input, sets)
                : Column.ordered(input, cuts(classes - 1), sets);
    }

    /** Most rules take a run of classes, some all, some have gaps, some take none. */
    private List<BitSet> sets(int rules, int classes) {
        var sets = new ArrayList<BitSet>();
        IntStream.range(0, classes).forEach(at -> sets.add(new BitSet()));
        for (int rule = 0; rule < rules; rule++) {
            int kind = random.nextInt(20);
            int first = kind < 10 ? 0 : random.nextInt(classes);
            int last = kind < 10 ? classes - 1 : random.nextInt(classes);
            for (int at = first; at <= last; at++) {
                sets.get(at).set(rule, kind != 19 || random.nextBoolean());
            }
        }
        return sets;
    }

    /** Evenly spread, or most of them beside each other, with or without one for null. */
    private long[] cuts(int many) {
        long width = random.nextBoolean() ? 1_000_000_000L : many;
        var cuts =
                LongStream.generate(() -> random.nextLong(4L * width))
                        .distinct()
                        .limit(many)
                        .sorted()
                        .toArray();
        int least = random.nextInt(6);
        if (least < 2) {
            cuts[0] =
                    SlotEncoding.MIN_SLOT
                            + least; // alone it parts null from values, a step on it is wide
        }
        if (random.nextInt(3) == 0) {
            cuts[many - 1] = -SlotEncoding.MIN_SLOT;
        }
        return cuts;
    }

    /** On a cut, beside one, below all or above. */
    private long slot(Column column) {
        var cuts = column.cuts();
        if (!column.hasOrder()) {
            return random.nextInt(cuts.length + 1);
        }
        return switch (random.nextInt(8)) {
            case 0 -> SlotEncoding.ABSENT;
            case 1 -> -SlotEncoding.MIN_SLOT;
            default ->
                    Math.min(
                            -SlotEncoding.MIN_SLOT,
                            cuts[random.nextInt(cuts.length)] + random.nextInt(-1, 2));
        };
    }
}
