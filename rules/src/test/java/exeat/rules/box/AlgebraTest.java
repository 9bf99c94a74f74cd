package exeat.rules.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget.LimitReached;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The algebra of boxes against every point of small grids, tried one by one. */
class AlgebraTest {

    private static final long SEEDS = Long.getLong("exeat.proof.seeds", 3_000);

    @Test
    void sets_of_classes_are_sets() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            int most = 1 + random.nextInt(200);
            var one = bits(random, most);
            var other = bits(random, most);
            var left = ClassSet.of(one);
            var right = ClassSet.of(other);
            var as = "seed " + seed;
            assertThat(left.stream().toArray()).as(as).isEqualTo(one.stream().toArray());
            assertThat(left.size()).as(as).isEqualTo(one.cardinality());
            assertThat(left.meets(right)).as(as).isEqualTo(one.intersects(other));
            assertThat(left.and(right)).as(as).isEqualTo(ClassSet.of(and(one, other)));
            assertThat(left.shared(right)).as(as).isEqualTo(and(one, other).cardinality());
            var minus = (BitSet) one.clone();
            minus.andNot(other);
            assertThat(left.minus(right)).as(as).isEqualTo(ClassSet.of(minus));
            assertThat(right.covers(left)).as(as).isEqualTo(minus.isEmpty());
            var or = (BitSet) one.clone();
            or.or(other);
            assertThat(left.or(right)).as(as).isEqualTo(ClassSet.of(or));
        }
    }

    private static BitSet bits(Random random, int most) {
        var bits = new BitSet();
        if (random.nextBoolean()) {
            int low = random.nextInt(most);
            bits.set(low, low + random.nextInt(most - low + 1));
        } else {
            random.ints(random.nextInt(most), 0, most).forEach(bits::set);
        }
        return bits;
    }

    private static BitSet and(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    @Test
    void a_gap_is_found_exactly_when_there_is_one() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new RandomBoxes(seed, 1 + (int) (seed % 4), 6);
            var region = random.box();
            var boxes = random.boxes(12);
            var gap = Cover.gap(region, boxes, box -> true, new SplitBudget(100_000));
            var free =
                    random.points().stream()
                            .filter(region::contains)
                            .filter(point -> boxes.stream().noneMatch(box -> box.contains(point)))
                            .toList();
            assertThat(gap.isPresent()).as("seed %d", seed).isEqualTo(!free.isEmpty());
            gap.ifPresent(found ->
                    assertThat(free.stream().filter(found::contains).count())
                            .isEqualTo(
                                    found.sets().stream()
                                            .mapToLong(ClassSet::size)
                                            .reduce(1, (a, b) -> a * b)));
        }
    }

    @Test
    void conditions_are_found_together_exactly_where_they_hold() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new RandomBoxes(seed, 1 + (int) (seed % 4), 5);
            var never = random.boxes(2);
            var conditions = new ArrayList<Condition>();
            for (int at = 0; at <= seed % 3; at++) {
                int wanted = (int) (seed >> 3) % 3;
                conditions.add(random.layers(6, 3).is(label -> label != wanted));
            }
            var all = Box.all(random.counts);
            var search = new BoxSearch(never, new SplitBudget(100_000));
            var found = search.find(all, conditions);
            var holding =
                    random.points().stream()
                            .filter(point -> never.stream().noneMatch(box -> box.contains(point)))
                            .filter(point -> conditions.stream().allMatch(c -> c.holds(point)))
                            .toList();
            assertThat(found.isPresent()).as("seed %d", seed).isEqualTo(!holding.isEmpty());
            if (found.isPresent()) {
                var wide = search.widened(found.get(), all, conditions);
                assertThat(wide.covers(found.get())).as("seed %d", seed).isTrue();
                assertThat(random.points())
                        .as("seed %d", seed)
                        .filteredOn(wide::contains)
                        .filteredOn(point -> never.stream().noneMatch(box -> box.contains(point)))
                        .allMatch(point -> conditions.stream().allMatch(c -> c.holds(point)));
            }
        }
    }

    @Test
    void one_function_gives_less_exactly_where_it_does() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new RandomBoxes(seed, 1 + (int) (seed % 4), 5);
            var left = random.layers(8, 4);
            var right = random.layers(8, 4);
            var guard = random.layers(4, 2).is(label -> label == 1);
            var all = Box.all(random.counts);
            var search = new BoxSearch(List.of(), new SplitBudget(100_000));
            var less = new Comparison(search, all, List.of(guard)).less(left, right);
            boolean any =
                    random.points().stream()
                            .anyMatch(point ->
                                    guard.holds(point) && left.at(point) < right.at(point));
            assertThat(!less.isEmpty()).as("seed %d", seed).isEqualTo(any);
            for (var found : less) {
                assertThat(random.points())
                        .as("seed %d", seed)
                        .filteredOn(found.region()::contains)
                        .isNotEmpty()
                        .allMatch(point ->
                                guard.holds(point)
                                        && left.at(point) == found.left()
                                        && right.at(point) == found.right());
                assertThat(found.left()).isLessThan(found.right());
            }
        }
    }

    @Test
    void a_fixed_dimension_is_as_if_every_point_had_its_class() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new RandomBoxes(seed, 2, 5);
            var layers = random.layers(8, 4);
            int fixed = (int) (seed % random.counts.getFirst());
            var view = layers.fixed(0, fixed, random.counts.getFirst());
            for (var point : random.points()) {
                assertThat(view.at(point)).isEqualTo(layers.at(new int[] {fixed, point[1]}));
            }
        }
    }

    @Test
    void fibres_that_boxes_cover_are_found() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new RandomBoxes(seed, 3, 4);
            var boxes = random.boxes(10);
            var covered = new HashSet<Integer>();
            for (int x = 0; x < random.counts.getFirst(); x++) {
                int at = x;
                boolean whole =
                        random.points().stream()
                                .filter(point -> point[0] == at)
                                .allMatch(point -> boxes.stream().anyMatch(b -> b.contains(point)));
                if (whole) {
                    covered.add(x);
                }
            }
            var found = new HashSet<Integer>();
            new Projection(Set.of(1, 2), new SplitBudget(100_000))
                    .covered(
                            Box.all(random.counts),
                            boxes,
                            region -> {
                                region.set(0).stream().forEach(found::add);
                                return Optional.empty();
                            });
            assertThat(found).as("seed %d", seed).isEqualTo(covered);
        }
    }

    @Test
    void when_the_splits_are_spent_nothing_is_claimed() {
        var boxes = List.of(new Box(List.of(ClassSet.of(0))), new Box(List.of(ClassSet.of(1))));
        var all = Box.all(List.of(2));
        assertThatThrownBy(() -> Cover.gap(all, boxes, box -> true, new SplitBudget(0)))
                .isInstanceOf(LimitReached.class);
        assertThat(Cover.gap(all, boxes, box -> true, new SplitBudget(5))).isEmpty();
    }
}
