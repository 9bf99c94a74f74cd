package exeat.rules.box;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.box.DecisionList.Layer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Tables of 100, 500 and 2,000 rules over six inputs: three of arbitrary amounts, two texts, one
 * truth value. Every question is answered within the limit that a proof has, so the bound here is
 * one of splits; {@link #main} prints the seconds.
 */
class ScaleTest {

    private static final long LIMIT = 1_000_000;
    private static final List<Integer> SIZES = List.of(100, 500, 2_000);

    /** Prints the cost of each question. */
    public static void main(String[] arguments) {
        for (int size : SIZES) {
            for (long seed = 0; seed < 3; seed++) {
                for (var question : List.of("overlapping", "disjoint", "pair", "needle")) {
                    long begin = System.nanoTime();
                    long splits = new Tables(size, seed).ask(question);
                    System.out.printf(
                            "%d rules, %s, seed %d: %d splits, %.2f s%n",
                            size, question, seed, splits, (System.nanoTime() - begin) / 1e9);
                }
            }
        }
    }

    @Test
    void tables_of_every_size_are_decided_within_the_limit() {
        for (int size : SIZES) {
            for (var question : List.of("overlapping", "disjoint", "pair", "needle")) {
                assertThat(new Tables(size, 1).ask(question))
                        .as("%d rules, %s", size, question)
                        .isLessThan(LIMIT);
            }
        }
    }

    /** Random tables of one size. */
    private static final class Tables {

        private final Random random;
        private final int size;
        private final List<Integer> counts;

        Tables(int size, long seed) {
            this.random = new Random(seed);
            this.size = size;
            // Every amount is a constant of its own, with a gap before and after it.
            this.counts = List.of(4 * size + 1, 4 * size + 1, 4 * size + 1, 12, 12, 2);
        }

        /** Asks all there is to ask of a table, and returns the splits that it took. */
        long ask(String question) {
            var budget = new SplitBudget(LIMIT);
            switch (question) {
                case "overlapping" -> overlapping(budget);
                case "disjoint" -> disjoint(budget);
                case "pair" -> pair(budget, false);
                case "needle" -> pair(budget, true);
                default -> throw new IllegalArgumentException(question);
            }
            return budget.spent();
        }

        private void overlapping(SplitBudget budget) {
            var rules = ranges();
            Cover.gap(Box.all(counts), rules, box -> true, budget);
            int hidden = 0;
            for (int rule = 0; rule < rules.size(); rule++) {
                hidden +=
                        Cover.gap(rules.get(rule), rules.subList(0, rule), box -> true, budget)
                                        .isEmpty()
                                ? 1
                                : 0;
            }
            assertThat(hidden).isLessThan(rules.size());
            // The effect of a protected fact: the boolean, fixed to each value.
            var layers = first(rules);
            new Comparison(new BoxSearch(List.of(), budget), Box.all(counts), List.of())
                    .less(layers.fixed(5, 1, 2), layers);
        }

        private void disjoint(SplitBudget budget) {
            var rules = tiles();
            assertThat(Cover.gap(Box.all(counts), rules, box -> true, budget)).isEmpty();
            var gap =
                    Cover.gap(Box.all(counts), rules.subList(1, rules.size()), box -> true, budget);
            assertThat(rules.getFirst().covers(gap.orElseThrow())).isTrue();
        }

        /** A table, and a local one with every box a little wider, or one a class narrower. */
        private void pair(SplitBudget budget, boolean needle) {
            var theirs = tiles();
            var labels = theirs.stream().map(box -> random.nextInt(3)).toList();
            var ours = new ArrayList<Layer>();
            int stricter = needle ? random.nextInt(size) : -1;
            for (int at = 0; at < size; at++) {
                var box = theirs.get(at);
                int label = labels.get(at);
                if (at == stricter) {
                    ours.add(new Layer(box, 0));
                }
                ours.add(new Layer(wider(box), label));
            }
            ours.sort((one, other) -> Integer.compare(other.label(), one.label()));
            var above = new ArrayList<Layer>();
            for (int at = 0; at < size; at++) {
                above.add(new Layer(theirs.get(at), at == stricter ? 3 : labels.get(at)));
            }
            var less =
                    new Comparison(new BoxSearch(List.of(), budget), Box.all(counts), List.of())
                            .less(new DecisionList(ours, 0), new DecisionList(above, 0));
            assertThat(!less.isEmpty()).isEqualTo(needle);
        }

        private Box wider(Box box) {
            int at = random.nextInt(3);
            var set = box.set(at);
            int high = Math.min(counts.get(at) - 1, set.high() + random.nextInt(20));
            return box.with(at, ClassSet.run(set.low(), high));
        }

        private DecisionList first(List<Box> rules) {
            return new DecisionList(
                    rules.stream().map(box -> new Layer(box, random.nextInt(3))).toList(), 0);
        }

        private List<Box> ranges() {
            var rules = new ArrayList<Box>();
            for (int rule = 0; rule < size; rule++) {
                var sets = new ArrayList<ClassSet>();
                for (int at = 0; at < counts.size(); at++) {
                    sets.add(set(at));
                }
                rules.add(new Box(sets));
            }
            return rules;
        }

        private ClassSet set(int at) {
            int count = counts.get(at);
            if (random.nextInt(6) == 0) {
                return ClassSet.run(0, count - 1);
            }
            if (count > 100) {
                int one = random.nextInt(count);
                int other = random.nextInt(count);
                return ClassSet.run(Math.min(one, other), Math.max(one, other));
            }
            var some = new BitSet();
            random.ints(1 + random.nextInt(Math.min(3, count)), 0, count).forEach(some::set);
            return ClassSet.of(some);
        }

        /** Boxes that share nothing and leave nothing out, cut at random. */
        private List<Box> tiles() {
            var tiles = new ArrayList<>(List.of(Box.all(counts)));
            while (tiles.size() < size) {
                int tile = random.nextInt(tiles.size());
                var box = tiles.get(tile);
                int at = random.nextInt(counts.size());
                var set = box.set(at);
                if (set.size() > 1) {
                    int cut = set.low() + 1 + random.nextInt(set.size() - 1);
                    tiles.set(tile, box.with(at, ClassSet.run(set.low(), cut - 1)));
                    tiles.add(box.with(at, ClassSet.run(cut, set.high())));
                }
            }
            Collections.shuffle(tiles, random);
            return tiles;
        }
    }
}
