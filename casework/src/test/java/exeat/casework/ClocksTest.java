package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TREE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static exeat.rules.authority.DayCount.WORKING_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.application.DecisionRules;
import exeat.casework.application.TravellerContext;
import exeat.casework.command.Actor;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.CaseFacts;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DueDays;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.RequestedItem;
import exeat.oversight.TimeAccounting;
import exeat.oversight.TimeAccounting.Whose;
import exeat.rules.Pack;
import exeat.rules.authority.TimeLimits;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pauses, warnings, booking, and time that an authority lost. */
@Tag("day")
class ClocksTest {

    private static final Guardian GUARDIAN = new Guardian("an aunt", Optional.empty());

    private static final TimeLimits LIMITS = World.DIRECTIVE.limits();

    static LocalDate due(World world) {
        return new DueDays(world.state(), world.traveller(), LIMITS).decide();
    }

    private static int until(World world, LocalDate day) {
        return (int) ChronoUnit.DAYS.between(world.today(), day);
    }

    static TravellerCommand.Ask document() {
        return new TravellerCommand.Ask(CASE, ONE, new RequestedItem.OfDocument("photograph"));
    }

    private static TravellerCommand.AnswerQuestions brought() {
        return new TravellerCommand.AnswerQuestions(
                CASE, ONE, Facts.NONE, List.of(new Document("photograph", "seen")));
    }

    @Test
    void a_limit_is_paused_from_the_question_to_the_answer() {
        var world = World.referred();
        var before = due(world);
        world.accepted(officer(YANJI_FA), document());
        var calendar = LIMITS.calendar(YANJI_FA);
        var asked = world.today();
        assertThat(due(world))
                .isEqualTo(
                        calendar.after(
                                before,
                                calendar.between(asked, asked.plusDays(14), LIMITS.decisions()),
                                LIMITS.decisions()));

        world.pass(5);
        world.accepted(person(), brought());

        int paused = calendar.between(asked, world.today(), LIMITS.decisions());
        assertThat(paused).isBetween(4, 5);
        assertThat(due(world)).isEqualTo(calendar.after(before, paused, LIMITS.decisions()));
    }

    @Test
    void if_the_pack_says_so_a_decision_counts_working_days_and_no_case_moves_to_it()
            throws Exception {
        var files =
                new TreeMap<>(
                        Pack.files(
                                Path.of(
                                        Objects.requireNonNull(System.getProperty("exeat.root")),
                                        "directives",
                                        "prc-1963")));
        var said =
                new String(
                        Objects.requireNonNull(files.get("authorities.yaml")),
                        StandardCharsets.UTF_8);
        files.put(
                "authorities.yaml",
                said.replace("decisions: days", "decisions: working days")
                        .getBytes(StandardCharsets.UTF_8));
        var slower = Pack.read("prc-1963", files);
        var world = World.referred();
        var plain = due(world);
        var days = new DueDays(world.state(), world.traveller(), slower.limits()).decide();

        assertThat(days).isAfter(plain);
        int n = world.traveller().finding().orElseThrow().burden().decisionDays();
        assertThat(slower.limits().calendar(YANJI_FA).between(world.today(), days, WORKING_DAYS))
                .isEqualTo(n);
        world.force = DirectiveContext.of(slower);
        world.pass(0);
        assertThat(world.state().directive()).isEqualTo(World.DIRECTIVE.ref());
    }

    @Test
    void silence_stops_a_clock_for_two_weeks_and_closes_nothing() {
        var world = World.referred();
        world.accepted(officer(YANJI_FA), document());
        var last = due(world);
        world.pass(until(world, last));
        assertThat(world.state().holder()).isEqualTo(YANJI_FA);

        world.pass(1);

        assertThat(world.state().holder()).isEqualTo(JILIN_FA);
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        assertThat(world.traveller().questions()).allMatch(TravellerState.Question::isOpen);
    }

    @Test
    void two_questions_at_once_pause_a_clock_once() {
        var world = World.referred();
        world.accepted(officer(YANJI_FA), document());
        var one = due(world);
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.Ask(
                        CASE, ONE, new RequestedItem.OfDocument("identity-paper")));

        assertThat(due(world)).isEqualTo(one);
    }

    @Test
    void a_clearing_units_question_pauses_only_its_own_clock() {
        var world = new World();
        world.enteredAndConfirmed(World.adult(ONE, "CN", new Purpose("settle"), World.routeA()));
        var days = new DueDays(world.state(), world.traveller(), LIMITS);
        var before = world.traveller().openClearances().stream().map(days::clearance).toList();
        world.accepted(officer(YANJI_PS), document());
        world.pass(3);
        world.accepted(person(), brought());

        var after = new DueDays(world.state(), world.traveller(), LIMITS);
        var expected = new ArrayList<>(before);
        expected.set(0, before.getFirst().plusDays(3));
        assertThat(world.traveller().openClearances().stream().map(after::clearance))
                .hasSizeGreaterThan(1)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void the_head_is_warned_once_before_a_limit_and_the_case_goes_up_after_it() {
        var world = World.referred();
        var last = due(world);
        var warn = LIMITS.warnOn(world.today(), last);
        world.pass(until(world, warn) - 1);
        assertThat(warnings(world)).isEmpty();

        world.pass(1);
        world.pass(0);

        assertThat(warnings(world))
                .containsExactly(
                        new TravellerEvent.Warned(ONE, "decide", "", YANJI_FA, JILIN_FA, last));
        world.pass(until(world, last) + 1);
        assertThat(world.state().holder()).isEqualTo(JILIN_FA);
    }

    private static List<TravellerEvent.Warned> warnings(World world) {
        return world.events.getOrDefault(CASE, List.of()).stream()
                .map(RecordedEvent::event)
                .filter(TravellerEvent.Warned.class::isInstance)
                .map(TravellerEvent.Warned.class::cast)
                .toList();
    }

    @Test
    void a_consulted_unit_that_says_nothing_goes_up_is_chased_and_never_objects() {
        var world = World.settling();
        for (int day = 0; day < 120; day++) {
            world.pass(1);
        }

        var identity = world.traveller().openClearances().getFirst();
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().openHolds()).isEmpty();
        assertThat(identity.bookedTo()).contains(YANJI_PS);
        assertThat(TREE.get(identity.unit()).place()).isEqualTo(World.ROOT);
        assertThat(warnings(world).stream().filter(w -> w.unit().equals(identity.unit())))
                .hasSizeGreaterThan(3);
        world.cleared().authorised();
        assertThat(world.stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void every_day_is_booked_to_those_who_had_something_to_do() {
        var world = World.referred();
        world.pass(4);
        world.accepted(officer(YANJI_FA), document());
        world.pass(3);
        world.accepted(person(), brought());
        var late = due(world).plusDays(1);
        world.pass(until(world, late));
        world.pass(6);

        var booking = booking(world);
        assertThat(booking.days(Whose.TRAVELLER)).isEqualTo(3);
        assertThat(booking.byUnit().keySet()).containsExactly(JILIN_FA, YANJI_FA);
        var below = Objects.requireNonNull(booking.byUnit().get(YANJI_FA));
        assertThat(below.late()).isEqualTo(1);
        assertThat(booking.byUnit().get(JILIN_FA)).isEqualTo(new TimeAccounting.Sum(6, 0, 5));
        assertThat(booking.days())
                .isEqualTo(
                        booking.spells().stream()
                                .mapToInt(TimeAccounting.AccountedTime::days)
                                .sum())
                .isEqualTo(3 + 6 + below.days());
    }

    @Test
    void readers_of_only_their_own_part_still_see_its_clock() {
        var world =
                new World()
                        .applied(
                                World.adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                World.adult(World.TWO, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();
        world.secret(YANJI_FA, World.TWO);
        world.pass(2);
        var own =
                world.events.getOrDefault(CASE, List.of()).stream()
                        .map(ClocksTest::ofTwo)
                        .filter(recorded ->
                                !(recorded.event() instanceof TravellerEvent e
                                        && e.traveller().equals(ONE)))
                        .toList();

        var booking = TimeAccounting.of(own, World.TWO, LIMITS, world.now);

        assertThat(booking.days(Whose.TRAVELLER)).isEqualTo(2);
    }

    /** The application as seen by somebody who may see only the second traveller. */
    private static RecordedEvent ofTwo(RecordedEvent recorded) {
        if (!(recorded.event() instanceof CaseEvent.Applied applied)) {
            return recorded;
        }
        var a = applied.application();
        var event =
                new CaseEvent.Applied(
                        applied.directive(),
                        World.application(a.travellers().getLast()),
                        applied.holder(),
                        applied.notInForce());
        return new RecordedEvent(recorded.stream(), recorded.sequence(), recorded.at(), event);
    }

    static TimeAccounting booking(World world) {
        var history = world.events.getOrDefault(CASE, List.of());
        return TimeAccounting.of(history, ONE, LIMITS, world.now);
    }

    @Test
    void time_that_an_authority_lost_leaves_the_age_at_application() {
        var born = LocalDate.of(1945, 9, 10);
        var nearly =
                World.person(
                        ONE, born, "CN", new Purpose("settle"), World.noRoute(), List.of(GUARDIAN));
        var world = new World().applied(nearly);
        var atFirst = CaseFacts.of(context(world), nearly, Facts.NONE, world.today());
        world.pass(40);

        assertThat(nearly.isMinorOn(world.today())).isFalse();
        var m = new TravellerContext(world.state(), world.traveller(), context(world));
        assertThat(DecisionRules.facts(m, Facts.NONE)).isEqualTo(atFirst);
    }

    private static Context context(World world) {
        return new Context(
                world.now, World.DIRECTIVE, new Actor.Clock(), Set.of(), "", world.force);
    }

    @Test
    void a_paper_that_expired_during_a_hold_is_issued_again_at_full_length() {
        var world = World.visiting().cleared().authorised();
        var first = world.traveller().paper().orElseThrow();
        world.byTwo(YANJI_FA, world.identityHold());
        world.pass(until(world, first.until()) + 1);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        var hold = world.traveller().openHolds().getFirst();
        world.accepted(
                officer(hold.owner()),
                new TravellerCommand.ReleaseHold(CASE, ONE, 1, "two spellings"));

        world.authorised();

        var second = world.traveller().paper().orElseThrow();
        assertThat(ChronoUnit.DAYS.between(second.from(), second.until()))
                .isEqualTo(ChronoUnit.DAYS.between(first.from(), first.until()));
        assertThat(second.from()).isEqualTo(world.today());
        assertThat(world.events.getOrDefault(CASE, List.of()))
                .filteredOn(e -> e.event() instanceof TravellerEvent.Found)
                .hasSize(1);
    }

    @Test
    void a_childs_case_and_a_long_wait_are_due_sooner_but_half_the_time_is_left() {
        var child = World.nearlyGrown(ONE, new Purpose("return"), List.of(GUARDIAN));
        var world = new World().applied(child);
        var t = world.traveller();
        var opened =
                new TravellerState.Clearance(
                        "identity",
                        YANJI_PS,
                        world.now,
                        world.today().plusDays(10),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var days = new DueDays(world.state(), t, LIMITS);
        // Of age on 2 October: thirty days before that is tomorrow, and half of ten days are left.
        assertThat(days.clearance(opened)).isEqualTo(world.today().plusDays(5));
    }
}
