package exeat.rules.decide;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.Facts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets page by page, against the intersection taken set by set. */
final class RuleBitmapsTest {

    private static final int RULES = 300;

    private static final List<Integer> CLASSES = List.of(2, 700, 5, 256, 3, 1, 1031);

    @Test
    void pages_let_through_what_matches_and_nothing_else() {
        long seed = 20261125;
        var random = new Random(seed);
        var inputs = CLASSES.stream().map(classes -> input(classes, random)).toList();
        var sets =
                new RuleBitmaps(
                        RULES, inputs.stream().map(i -> ColumnBitmaps.ofBits(RULES, i)).toList());
        for (int round = 0; round < 2_000; round++) {
            var classes =
                    CLASSES.stream()
                            .mapToInt(many ->
                                    random.nextInt(4) == 0
                                            ? EncodedFacts.OPEN
                                            : random.nextInt(many))
                            .toArray();
            var expected = new BitSet();
            expected.set(0, RULES);
            for (int at = 0; at < classes.length; at++) {
                if (classes[at] != EncodedFacts.OPEN) {
                    expected.and(inputs.get(at).get(classes[at]));
                }
            }
            assertThat(sets.matches(new EncodedFacts(Facts.NONE, classes, Map.of())))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    @Test
    void without_inputs_every_rule_matches() {
        for (int rules : List.of(1, 64, 65, 4_097)) {
            assertThat(
                            new RuleBitmaps(rules, List.of())
                                    .matches(new EncodedFacts(Facts.NONE, new int[0], Map.of()))
                                    .cardinality())
                    .isEqualTo(rules);
        }
    }

    /** Neighbouring classes differ in few rules, as those of a range do. */
    private static List<BitSet> input(int classes, Random random) {
        var all = new ArrayList<BitSet>();
        var set = new BitSet();
        IntStream.range(0, RULES).filter(rule -> random.nextInt(3) > 0).forEach(set::set);
        for (int at = 0; at < classes; at++) {
            set.flip(random.nextInt(RULES));
            all.add((BitSet) set.clone());
        }
        return all;
    }
}
