package exeat.oversight;

import static exeat.casework.World.JILIN;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.TREE;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Somebody who knows how reports are made, sees all of them, and reckons: from one figure to
 * another of the same unit, between levels and siblings, and from one day to the next. They must
 * not find a figure from 1 to 4 that was hidden.
 */
class RecoveryTest {

    private static final LocalDate DAY = LocalDate.of(1963, 9, 6);

    /** The cases that a unit can have, and the figures that each counts in. */
    private static final List<List<Measure>> KINDS =
            List.of(
                    List.of(Measure.UNDER_WAY, Measure.FOR_PERSON),
                    List.of(Measure.UNDER_WAY, Measure.REFER, Measure.REFERRED, Measure.WAITING),
                    List.of(Measure.UNDER_WAY, Measure.APPROVE_ALWAYS, Measure.WAITING),
                    List.of(Measure.UNDER_WAY, Measure.APPROVE_IN_GENERAL, Measure.AUTHORISED),
                    List.of(Measure.APPROVE_ALWAYS, Measure.AUTHORISED, Measure.DEPARTED),
                    List.of(Measure.UNDER_WAY, Measure.REFER, Measure.REFUSED),
                    List.of(Measure.UNDER_WAY, Measure.REFER, Measure.REVOKED),
                    List.of(Measure.WITHDRAWN),
                    List.of(Measure.SUSPENDED));

    private static final List<AuthorityId> UNITS = List.of(YANJI_FA, YANJI_PS, YANJI);

    private static Map<ReportCounter, Long> world(Random random, int most) {
        var cells = new HashMap<ReportCounter, Long>();
        for (var unit : UNITS) {
            var few = random.nextBoolean() ? 3 : most;
            for (var kind : KINDS) {
                int people = random.nextInt(3) == 0 ? 0 : random.nextInt(few);
                for (int i = 0; i < people; i++) {
                    var began = DAY.minusDays(random.nextInt(240));
                    received(cells, unit, began, random);
                    kind.forEach(measure -> add(cells, unit, measure, began));
                }
            }
        }
        return cells;
    }

    /** One in three came to another unit first. */
    private static void received(
            Map<ReportCounter, Long> cells, AuthorityId holder, LocalDate began, Random random) {
        var first = UNITS.get(random.nextInt(UNITS.size()));
        if (random.nextInt(3) > 0 || first.equals(holder)) {
            add(cells, holder, Measure.RECEIVED, began);
            return;
        }
        add(cells, first, Measure.RECEIVED, began);
        add(cells, first, Measure.PASSED_ON, began);
        add(cells, holder, Measure.TAKEN_OVER, began);
    }

    private static void add(
            Map<ReportCounter, Long> cells, AuthorityId unit, Measure measure, LocalDate began) {
        var due =
                measure == Measure.WAITING
                        ? Optional.of(began.plusDays(10))
                        : Optional.<LocalDate>empty();
        cells.merge(new ReportCounter(unit, measure, began, due), 1L, Long::sum);
    }

    private static Situation situation(AuthorityId authority, Map<ReportCounter, Long> cells) {
        return Situation.of(TREE, authority, cells, Map.of(), DAY, false);
    }

    @Test
    void no_figure_of_a_unit_follows_from_its_other_figures() {
        for (long seed = 0; seed < 200; seed++) {
            var cells = world(new Random(seed), 9);
            var shown = situation(YANJI, cells);
            var truth = Situation.of(TREE, YANJI, cells, Map.of(), DAY, true);
            for (var unit : UNITS) {
                var reckoned = new Reckoning(shown, unit).done();
                for (var figure : Figure.values()) {
                    long n = truth.of(unit, figure).least();
                    var left = reckoned.get(figure);
                    if (n >= 1 && n <= 4 && left != null) {
                        assertThat(left[0]).as("seed %d %s", seed, figure).isLessThanOrEqualTo(n);
                        assertThat(left[1]).as("seed %d %s", seed, figure).isGreaterThan(left[0]);
                    }
                }
            }
        }
    }

    /** Bounds that tighten each other until they don't. */
    private static final class Reckoning {
        private final Map<Figure, long[]> bounds = new EnumMap<>(Figure.class);
        private final Map<WeeklyFlow, List<long[]>> weeks = new EnumMap<>(WeeklyFlow.class);

        Reckoning(Situation shown, AuthorityId unit) {
            for (var figure : Figure.values()) {
                var of = shown.of(unit, figure);
                bounds.put(figure, new long[] {of.least(), of.most()});
            }
            var flows = shown.weeks().getOrDefault(unit, Map.of());
            flows.forEach((flow, of) ->
                    weeks.put(
                            flow, of.stream().map(s -> new long[] {s.least(), s.most()}).toList()));
        }

        Map<Figure, long[]> done() {
            var before = "";
            while (!before.equals(text())) {
                before = text();
                equal(of(Figure.RECEIVED), weeks(WeeklyFlow.RECEIVED));
                equal(found(), weeks(WeeklyFlow.DECIDED));
                equal(of(Figure.REFUSED), weeks(WeeklyFlow.REFUSED));
                equal(of(Figure.AUTHORISED), weeks(WeeklyFlow.AUTHORISED));
                equal(of(Figure.DEPARTED), weeks(WeeklyFlow.DEPARTED));
                var came = of(Figure.RECEIVED, Figure.TAKEN_OVER);
                var here =
                        of(Figure.UNDER_WAY, Figure.SUSPENDED, Figure.WITHDRAWN, Figure.DEPARTED);
                equal(came, and(here, Figure.PASSED_ON));
                atMost(of(Figure.TAKEN_OVER), here);
                atMost(of(Figure.PASSED_ON), of(Figure.RECEIVED));
                var stages =
                        of(
                                Figure.FOR_PERSON,
                                Figure.REFERRED,
                                Figure.SET_ASIDE,
                                Figure.REFUSED,
                                Figure.REVOKED,
                                Figure.AUTHORISED);
                atMost(stages, of(Figure.UNDER_WAY, Figure.DEPARTED));
                atMost(stages.subList(0, 5), of(Figure.UNDER_WAY));
                atMost(and(found(), Figure.PASSED_ON), came);
                atMost(
                        of(Figure.LATE),
                        of(
                                Figure.WAITING_TO_7,
                                Figure.WAITING_TO_30,
                                Figure.WAITING_TO_90,
                                Figure.WAITING_OVER_90));
                atMost(of(Figure.DEPARTED), of(Figure.AUTHORISED));
            }
            return bounds;
        }

        private List<long[]> and(List<long[]> some, Figure more) {
            return Stream.concat(some.stream(), of(more).stream()).toList();
        }

        private List<long[]> found() {
            return of(Figure.APPROVE_ALWAYS, Figure.APPROVE_IN_GENERAL, Figure.REFER);
        }

        private List<long[]> of(Figure... figures) {
            return Arrays.stream(figures)
                    .map(figure -> bounds.getOrDefault(figure, new long[2]))
                    .toList();
        }

        private List<long[]> weeks(WeeklyFlow flow) {
            return weeks.getOrDefault(flow, List.of());
        }

        private static void equal(List<long[]> left, List<long[]> right) {
            atMost(left, right);
            atMost(right, left);
        }

        private static void atMost(List<long[]> left, List<long[]> right) {
            long least = left.stream().mapToLong(b -> b[0]).sum();
            long most = right.stream().mapToLong(b -> b[1]).sum();
            left.forEach(b -> b[1] = Math.min(b[1], most - (least - b[0])));
            right.forEach(b -> b[0] = Math.max(b[0], least - (most - b[1])));
        }

        private String text() {
            var text = new StringBuilder();
            bounds.values().forEach(b -> text.append(Arrays.toString(b)));
            weeks.values().forEach(w -> w.forEach(b -> text.append(Arrays.toString(b))));
            return text.toString();
        }
    }

    /** Every level shows the same figures for a unit. */
    @Test
    void levels_siblings_and_files_show_the_same_bands_and_totals_of_them_only() {
        var cells = world(new Random(1), 40);
        var top = situation(ROOT, cells);
        for (var level : List.of(YANJI, JILIN)) {
            var situation = situation(level, cells);
            for (var unit : situation.units().keySet()) {
                assertThat(situation.units().get(unit)).isEqualTo(top.units().get(unit));
            }
            for (var figure : Figure.values()) {
                var parts = situation.units().keySet().stream().map(u -> top.of(u, figure));
                assertThat(situation.total(figure)).isEqualTo(FigureRange.total(parts));
            }
        }
    }

    /**
     * The report is read every day. Comparing two days must not show how many came in between, if
     * it was 1 to 4.
     */
    @Test
    void two_consecutive_days_do_not_tell_how_many_came_in_between() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            int days = 5;
            int before = random.nextInt(30);
            var came = new ArrayList<Integer>();
            var seen = new ArrayList<String>();
            for (int day = 0, sum = 0; day < days; day++) {
                sum += random.nextInt(4);
                came.add(sum);
                seen.add(published(before, sum));
            }
            for (int day = 1; day < days; day++) {
                int flow = came.get(day) - came.get(day - 1);
                if (flow > 0) {
                    assertThat(flows(seen, day))
                            .as("seed %d, day %d", seed, day)
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }

    /** The numbers that may have come on a day, judging by all reports up to then. */
    private static Set<Integer> flows(List<String> seen, int day) {
        var flows = new TreeSet<Integer>();
        for (int before = 0; before < 40; before++) {
            for (int was = 0; was < 20; was++) {
                if (published(before, was).equals(seen.get(day - 1))) {
                    for (int is = was; is < 25; is++) {
                        if (published(before, is).equals(seen.get(day))) {
                            flows.add(is - was);
                        }
                    }
                }
            }
        }
        return flows;
    }

    private static final Map<String, String> PUBLISHED = new HashMap<>();

    /** A unit's report with some cases from before this week and some from this week. */
    private static String published(int before, int inWeek) {
        return PUBLISHED.computeIfAbsent(
                before + "/" + inWeek,
                _ -> {
                    var cells = new HashMap<ReportCounter, Long>();
                    IntStream.range(0, before)
                            .forEach(
                                    _ -> add(cells, YANJI_FA, Measure.RECEIVED, DAY.minusWeeks(2)));
                    IntStream.range(0, inWeek)
                            .forEach(_ -> add(cells, YANJI_FA, Measure.RECEIVED, DAY));
                    var shown = situation(YANJI_FA, cells);
                    return shown.total(Figure.RECEIVED).text() + shown.weekly(WeeklyFlow.RECEIVED);
                });
    }

    @Test
    void the_unit_that_has_the_files_sees_its_own_figures_as_they_are() {
        var cells = world(new Random(2), 9);
        var sums =
                cells.entrySet().stream()
                        .map(e -> CounterSum.of(e.getKey(), e.getValue(), DAY))
                        .toList();
        var own = Situation.of(TREE, YANJI, sums, Map.of(), DAY, Set.of(YANJI));

        for (var figure : Figure.values()) {
            assertThat(own.of(YANJI, figure).isExact()).isTrue();
        }
        assertThat(own.of(YANJI_PS, Figure.RECEIVED))
                .isEqualTo(situation(JILIN, cells).of(YANJI_PS, Figure.RECEIVED));
    }

    /** What one directive's report shows of a unit: exactly to the unit's own officers. */
    private static Situation seen(Map<ReportCounter, Long> cells, Set<AuthorityId> exact) {
        var sums =
                cells.entrySet().stream()
                        .map(e -> CounterSum.of(e.getKey(), e.getValue(), DAY))
                        .toList();
        return Situation.of(TREE, YANJI, sums, Map.of(), DAY, exact);
    }

    /**
     * Somebody sees their unit's figures under one directive exactly, those under another in bands,
     * and those of both together: the sum less what they know is no narrower than the bands.
     */
    @Test
    void a_sum_over_directives_tells_nothing_more_of_one_to_whoever_knows_the_other() {
        var telling = new TreeSet<Long>();
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var ours = world(random, 9);
            var theirs = world(random, 9);
            var mine = seen(ours, Set.of(YANJI_FA));
            var other = seen(theirs, Set.of());
            var together = Situation.together(List.of(mine, other));
            for (var figure : Figure.values()) {
                var own = mine.of(YANJI_FA, figure);
                var sum = together.of(YANJI_FA, figure);
                var band = other.of(YANJI_FA, figure);
                assertThat(sum.least() - own.least())
                        .as("seed %d %s", seed, figure)
                        .isLessThanOrEqualTo(band.least());
                assertThat(sum.most() - own.most())
                        .as("seed %d %s", seed, figure)
                        .isGreaterThanOrEqualTo(band.most());
            }
            var flows = together.weeks().getOrDefault(YANJI_FA, Map.of());
            flows.forEach((flow, weeks) -> {
                for (int week = 0; week < weeks.size(); week++) {
                    var parts = List.of(mine, other).stream();
                    int at = week;
                    assertThat(weeks.get(week))
                            .isEqualTo(
                                    FigureRange.total(
                                            parts.map(part -> week(part, YANJI_FA, flow, at))));
                }
            });
            // As a report that counted both as one would show it: nearly half of the seeds tell.
            var counted = new HashMap<>(ours);
            theirs.forEach((cell, n) -> counted.merge(cell, n, Long::sum));
            if (isTold(seen(counted, Set.of()), mine, other)) {
                telling.add(seed);
            }
        }
        assertThat(telling).as("why the sum is not counted anew").hasSizeGreaterThan(50);
    }

    private static FigureRange week(Situation of, AuthorityId unit, WeeklyFlow flow, int at) {
        return of.weeks().getOrDefault(unit, Map.of()).getOrDefault(flow, List.of()).get(at);
    }

    /** Whether a figure in a band is narrowed by a sum, less one that is known. */
    private static boolean isTold(Situation sum, Situation known, Situation hidden) {
        return Arrays.stream(Figure.values())
                .anyMatch(figure -> {
                    long own = known.of(YANJI_FA, figure).least();
                    var band = hidden.of(YANJI_FA, figure);
                    long least = Math.max(band.least(), sum.of(YANJI_FA, figure).least() - own);
                    long most = Math.min(band.most(), sum.of(YANJI_FA, figure).most() - own);
                    return band.least() < band.most() && least == most;
                });
    }

    @Test
    void a_sum_over_directives_is_of_one_authority_and_day_and_has_every_unit() {
        var yanji = situation(YANJI, world(new Random(3), 9));
        var jilin = situation(JILIN, world(new Random(4), 9));
        assertThatThrownBy(() -> Situation.together(List.of(yanji, jilin)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Situation.together(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Situation.together(List.of(yanji))).isEqualTo(yanji);

        // A directive may know fewer units.
        var office = situation(YANJI_FA, world(new Random(5), 9));
        var alone = new Situation(YANJI, DAY, Set.of(), office.units(), office.weeks());
        var both = Situation.together(List.of(alone, yanji));
        assertThat(both.units().keySet()).containsAll(yanji.units().keySet());
        assertThat(both.of(YANJI_PS, Figure.RECEIVED))
                .isEqualTo(yanji.of(YANJI_PS, Figure.RECEIVED));
        var exact = seen(world(new Random(6), 9), Set.of(YANJI_FA));
        assertThat(Situation.together(List.of(yanji, exact)).exact()).containsExactly(YANJI_FA);
        assertThatThrownBy(() ->
                        Situation.together(List.of(yanji, exact))
                                .frozen(Optional.empty(), Optional.empty()))
                .as("what holds an exact figure is not kept")
                .isInstanceOf(IllegalStateException.class);
    }
}
