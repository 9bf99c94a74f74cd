package exeat.oversight;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN;
import static exeat.casework.World.ONE;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.TREE;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.World;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.TravellerCommand;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.TimeLimits;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("day")
class SituationTest {

    private static final TimeLimits LIMITS = World.DIRECTIVE.limits();

    private static Situation of(World world, AuthorityId authority) {
        var cells = CaseCounters.recount(List.of(world.state()), LIMITS);
        return Situation.of(TREE, authority, cells, Map.of(), world.today(), true);
    }

    @Test
    void a_traveller_is_counted_once_at_every_level() {
        var world = World.settling();

        for (var level : List.of(YANJI_FA, YANJI, JILIN, ROOT)) {
            var situation = of(world, level);
            assertThat(situation.total(Figure.RECEIVED)).isEqualTo(FigureRange.exact(1));
            assertThat(situation.total(Figure.APPROVE_IN_GENERAL)).isEqualTo(FigureRange.exact(1));
        }
    }

    @Test
    void a_unit_with_nothing_says_zero() {
        var situation = of(World.settling(), ROOT);

        assertThat(situation.units().keySet()).hasSize(TREE.all().size());
        for (var figure : Figure.values()) {
            assertThat(situation.of(new AuthorityId("ln-fa"), figure))
                    .isEqualTo(FigureRange.exact(0));
        }
    }

    @Test
    void work_waits_at_each_unit_by_age_and_is_overdue_after_its_deadline() {
        var world = World.settling();
        world.now = world.now.plus(java.time.Duration.ofDays(12));

        var situation = of(world, YANJI);

        assertThat(situation.of(YANJI_PS, Figure.WAITING_TO_30)).isEqualTo(FigureRange.exact(1));
        assertThat(situation.of(YANJI_PS, Figure.LATE)).isEqualTo(FigureRange.exact(1));
        assertThat(situation.of(YANJI_FA, Figure.LATE)).isEqualTo(FigureRange.exact(0));
        // Its own clearance opens once somebody has established who this is.
        assertThat(situation.waiting(YANJI_FA)).isEqualTo(FigureRange.exact(0));
    }

    @Test
    void a_suspended_traveller_is_counted_in_nothing_else() {
        var world = World.settling();
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ClaimForAnother(CASE, ONE, "a friend asks"));

        assertThat(CaseCounters.recount(List.of(world.state()), LIMITS).keySet())
                .extracting(ReportCounter::measure)
                .containsExactlyInAnyOrder(Measure.RECEIVED, Measure.SUSPENDED);
    }

    @Test
    void a_case_that_went_to_another_unit_is_told_of_at_both() {
        var world = World.referred();
        assertThat(of(world, ROOT).total(Figure.PASSED_ON)).isEqualTo(FigureRange.exact(0));
        var other = new AuthorityId("jl-tumen-fa");
        world.accepted(
                officer(World.JILIN_FA),
                new CaseCommand.HandOver(CASE, YANJI_FA, other, "too many"));

        var situation = of(world, ROOT);

        assertThat(situation.of(YANJI_FA, Figure.RECEIVED)).isEqualTo(FigureRange.exact(1));
        assertThat(situation.of(YANJI_FA, Figure.PASSED_ON)).isEqualTo(FigureRange.exact(1));
        assertThat(situation.of(YANJI_FA, Figure.UNDER_WAY)).isEqualTo(FigureRange.exact(0));
        assertThat(situation.of(other, Figure.RECEIVED)).isEqualTo(FigureRange.exact(0));
        assertThat(situation.of(other, Figure.TAKEN_OVER)).isEqualTo(FigureRange.exact(1));
        assertThat(situation.of(other, Figure.UNDER_WAY)).isEqualTo(FigureRange.exact(1));

        world.accepted(
                officer(World.JILIN_FA),
                new CaseCommand.HandOver(CASE, other, YANJI_FA, "enough again"));
        assertThat(of(world, ROOT).total(Figure.PASSED_ON)).isEqualTo(FigureRange.exact(0));
    }

    /** Nobody learns from a choice of dates what the weeks by themselves do not say. */
    @Test
    void a_period_is_the_sum_of_its_weeks_as_shown() {
        var day = LocalDate.of(1963, 9, 6);
        var cells = new HashMap<ReportCounter, Long>();
        for (int week = 0; week < CounterSum.WEEKS; week++) {
            var began = day.minusWeeks(week);
            cells.put(
                    new ReportCounter(YANJI_FA, Measure.RECEIVED, began, Optional.empty()),
                    week % 7L);
        }
        var shown = Situation.of(TREE, YANJI, cells, Map.of(), day, false);
        var all = shown.units().keySet();
        var whole = ReportPeriod.last(4, day);
        var weeks =
                whole.from()
                        .datesUntil(whole.to().plusDays(1), java.time.Period.ofWeeks(1))
                        .map(monday ->
                                shown.flow(all, WeeklyFlow.RECEIVED, new ReportPeriod(monday, 1)));

        assertThat(shown.flow(all, WeeklyFlow.RECEIVED, whole)).isEqualTo(FigureRange.total(weeks));
        assertThat(whole.before().to()).isEqualTo(whole.from().minusDays(1));
        assertThat(shown.flow(all, WeeklyFlow.RECEIVED, whole.before()).isExact()).isFalse();
        assertThat(ReportPeriod.between(day, day.minusDays(20)).weeks()).isEqualTo(4);
        assertThat(ReportPeriod.last(CounterSum.WEEKS, day).isCounted(day)).isFalse();
        assertThat(ReportPeriod.last(CounterSum.WEEKS - 1, day).isCounted(day)).isTrue();
        assertThatThrownBy(() -> shown.flow(all, WeeklyFlow.RECEIVED, ReportPeriod.last(30, day)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_changes_of_a_case_are_in_the_order_of_the_cells() {
        var world = World.settling();

        var changes = CaseCounters.changes(Optional.empty(), world.state(), LIMITS);

        assertThat(changes).extracting(CaseCounters.Change::cell).isSorted();
        assertThat(CaseCounters.changes(Optional.of(world.state()), world.state(), LIMITS))
                .isEmpty();
    }

    @Test
    void figures_from_one_to_four_are_suppressed_and_totals_give_bounds() {
        assertThat(FigureRange.suppressed(0).text()).isEqualTo("0");
        assertThat(FigureRange.suppressed(1).text()).isEqualTo("<5");
        assertThat(FigureRange.suppressed(4).text()).isEqualTo("<5");
        assertThat(FigureRange.suppressed(5).text()).isEqualTo("5");
        var total =
                FigureRange.total(List.of(37L, 3L, 2L, 0L).stream().map(FigureRange::suppressed));
        assertThat(total.text()).isEqualTo("39-45");
    }

    /**
     * The attacker knows how suppression works, sees the report of every authority, and tries every
     * table: each suppressed figure must still be able to be 1, 2, 3 or 4.
     */
    @Test
    void no_suppressed_figure_can_be_worked_out_from_the_totals_of_all_levels() {
        var units = List.of(YANJI_FA, YANJI_PS, World.JILIN_FA, World.JILIN_PS);
        var levels = List.of(YANJI, JILIN, World.JILIN_FA, World.JILIN_PS, ROOT);
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            var truth = new HashMap<AuthorityId, Long>();
            units.forEach(unit -> truth.put(unit, (long) random.nextInt(8)));
            var seen = published(truth, levels);
            for (var unit : units) {
                if (truth.getOrDefault(unit, 0L) >= 1 && truth.getOrDefault(unit, 0L) <= 4) {
                    for (long guess = 1; guess <= 4; guess++) {
                        var other = new HashMap<>(truth);
                        other.put(unit, guess);
                        assertThat(published(other, levels)).as("seed %d", seed).isEqualTo(seen);
                    }
                }
            }
        }
    }

    private static String published(Map<AuthorityId, Long> truth, List<AuthorityId> levels) {
        var day = LocalDate.of(1963, 9, 2);
        var cells = new HashMap<ReportCounter, Long>();
        truth.forEach((unit, n) ->
                cells.put(new ReportCounter(unit, Measure.RECEIVED, day, Optional.empty()), n));
        var text = new StringBuilder();
        for (var level : levels) {
            var situation = Situation.of(TREE, level, cells, Map.of(), day, false);
            text.append(level).append(situation.total(Figure.RECEIVED).text());
            situation
                    .units()
                    .keySet()
                    .forEach(unit ->
                            text.append(unit).append(situation.of(unit, Figure.RECEIVED).text()));
        }
        return text.toString();
    }
}
