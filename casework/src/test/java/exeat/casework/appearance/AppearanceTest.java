package exeat.casework.appearance;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.access.Disclosure;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.DueDays;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.AppearanceEnd;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.casework.value.appearance.Appearances;
import exeat.oversight.TimeAccounting;
import exeat.oversight.watch.Observation.BurdenKind;
import exeat.oversight.watch.TraceExtractor;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The directive of these cases allows one appearance. */
class AppearanceTest {

    private final World world =
            new World()
                    .applied(World.adult(ONE, "CN", new Purpose("settle"), World.routeA()))
                    .confirmed();

    private Instant in(int days) {
        return world.now.plus(Duration.ofDays(days));
    }

    private static AppearanceRequest request(AppearanceKind kind, AuthorityId place) {
        return new AppearanceRequest(kind, AppearancePurpose.IDENTITY, "bring a passport", place);
    }

    private AppearanceCommand ask(int days) {
        return new AppearanceCommand.AskToAppear(
                CASE, ONE, request(AppearanceKind.AT_OFFICE, YANJI_FA), in(days));
    }

    private static AppearanceCommand cancel() {
        return new AppearanceCommand.CancelAppearance(CASE, ONE, 1, "the officer is ill");
    }

    private static AppearanceCommand record(boolean kept) {
        return new AppearanceCommand.RecordAppearance(CASE, ONE, 1, kept);
    }

    private static TravellerCommand anotherTime() {
        return new TravellerCommand.AskForAnotherTime(CASE, ONE, 1, "in the evening");
    }

    private Appearances asked() {
        return world.traveller().appearances().orElseThrow();
    }

    private Appearance first() {
        return asked().find(1).orElseThrow();
    }

    private void wait(int days) {
        world.now = in(days);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_its_kind_one_more_than_the_directive_allows_is_refused(AppearanceKind kind) {
        assertThat(AppearanceRules.allowed(world.traveller())).isEqualTo(1);
        world.accepted(
                officer(YANJI_FA),
                new AppearanceCommand.AskToAppear(CASE, ONE, request(kind, YANJI_FA), in(5)));
        assertThat(asked().counted()).isEqualTo(1);
        for (var unit : List.of(YANJI_FA, YANJI_PS)) {
            var again =
                    new AppearanceCommand.AskToAppear(
                            CASE, ONE, request(AppearanceKind.BY_PHONE, unit), in(6));
            assertThat(world.rejection(officer(unit), again))
                    .isEqualTo(new Rejection(Code.NOT_IN_DIRECTIVE, "appearances"));
        }
    }

    @Test
    void it_is_asked_with_words_at_a_place_of_the_case_and_with_some_days_of_notice() {
        for (int days : new int[] {0, 2, 61}) {
            assertThat(world.rejection(officer(YANJI_FA), ask(days)))
                    .isEqualTo(new Rejection(Code.BAD_DATE, "at"));
        }
        var elsewhere =
                new AppearanceCommand.AskToAppear(
                        CASE, ONE, request(AppearanceKind.AT_OFFICE, World.ROOT), in(5));
        assertThat(world.rejection(officer(YANJI_FA), elsewhere))
                .isEqualTo(new Rejection(Code.NOT_FOUND, "place"));
        var wordless =
                new AppearanceCommand.AskToAppear(
                        CASE,
                        ONE,
                        new AppearanceRequest(
                                AppearanceKind.AT_OFFICE, AppearancePurpose.OTHER, " .", YANJI_FA),
                        in(5));
        assertThat(world.rejected(officer(YANJI_FA), wordless)).isEqualTo(Code.REASON_MISSING);
        assertThat(world.rejected(officer(World.TUMEN_FA), ask(5))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(person(), ask(5))).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI_FA), ask(3));
        assertThat(first().isOpen()).isTrue();
    }

    @Test
    void cancelled_before_its_day_it_does_not_count_and_on_its_day_it_does() {
        world.accepted(officer(YANJI_FA), ask(5));
        world.accepted(officer(YANJI_FA), cancel());
        assertThat(first().end()).contains(AppearanceEnd.CANCELLED);
        assertThat(asked().counted()).isZero();
        assertThat(world.rejected(person(), anotherTime())).isEqualTo(Code.NOT_FOUND);

        world.accepted(officer(YANJI_FA), ask(5));
        wait(5);
        world.accepted(
                officer(YANJI_FA), new AppearanceCommand.CancelAppearance(CASE, ONE, 2, "ill"));
        assertThat(asked().counted()).isEqualTo(1);
        assertThat(world.rejected(officer(YANJI_FA), ask(5))).isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    @Test
    void who_came_in_vain_or_missed_it_can_ask_for_another_time_that_does_not_count_again() {
        for (boolean missed : new boolean[] {true, false}) {
            var other = new AppearanceTest();
            other.anotherTimeAfter(missed);
        }
    }

    private void anotherTimeAfter(boolean missed) {
        world.accepted(officer(YANJI_FA), ask(5));
        wait(6);
        world.accepted(officer(YANJI_FA), missed ? record(false) : cancel());
        var move = new AppearanceCommand.MoveAppearance(CASE, ONE, 1, in(1));
        assertThat(world.rejection(officer(YANJI_FA), move))
                .isEqualTo(new Rejection(Code.NOT_FOUND, "wish"));
        world.accepted(person(), anotherTime());
        assertThat(world.rejection(person(), anotherTime()))
                .isEqualTo(new Rejection(Code.ALREADY_EXISTS, "wish"));
        world.accepted(officer(YANJI_FA), move);
        assertThat(first().isOpen()).isTrue();
        assertThat(first().wish()).isEmpty();
        assertThat(first().at()).isEqualTo(in(1));
        assertThat(asked().counted()).isEqualTo(1);
        wait(1);
        world.accepted(officer(YANJI_FA), record(true));
        assertThat(world.rejected(person(), anotherTime())).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void nobody_records_before_its_time_that_somebody_was_not_there() {
        world.accepted(officer(YANJI_FA), ask(5));
        assertThat(world.rejected(officer(YANJI_FA), record(false))).isEqualTo(Code.BAD_DATE);
        assertThat(world.rejected(officer(YANJI_FA), record(true))).isEqualTo(Code.BAD_DATE);
        wait(5);
        world.accepted(officer(YANJI_FA), record(false));
    }

    @Test
    void whoever_asked_for_another_time_has_missed_nothing_while_none_is_set() {
        world.accepted(officer(YANJI_FA), ask(5));
        world.accepted(person(), anotherTime());
        wait(5);
        assertThat(world.rejection(officer(YANJI_FA), record(false)))
                .isEqualTo(new Rejection(Code.WRONG_STAGE, "wish"));
        world.accepted(officer(YANJI_FA), record(true));
    }

    @Test
    void a_missed_one_ends_nothing_and_no_deadline_waits_for_any_of_it() {
        var stage = world.stage();
        var due = due();
        var clearances = world.traveller().clearances();
        world.accepted(officer(YANJI_FA), ask(5));
        wait(5);
        world.accepted(officer(YANJI_FA), cancel());
        world.accepted(person(), anotherTime());
        world.accepted(
                officer(YANJI_FA), new AppearanceCommand.MoveAppearance(CASE, ONE, 1, in(1)));
        wait(1);
        world.accepted(officer(YANJI_FA), record(false));
        assertThat(due()).isEqualTo(due);
        assertThat(world.stage()).isEqualTo(stage);
        assertThat(world.traveller().clearances()).isEqualTo(clearances);

        // The days are those of the units that have work, and not the person's.
        var booked =
                TimeAccounting.of(
                        Objects.requireNonNull(world.events.get(CASE)),
                        ONE,
                        World.DIRECTIVE.limits(),
                        world.now);
        assertThat(booked.spells())
                .filteredOn(spell -> spell.days() > 0)
                .isNotEmpty()
                .allMatch(spell -> spell.whose() == TimeAccounting.Whose.UNITS);
    }

    private List<DueDays.Limit> due() {
        return new DueDays(world.state(), world.traveller(), World.DIRECTIVE.limits()).running();
    }

    @Test
    void a_claim_to_protection_stops_it_and_nobody_without_business_sees_where_they_will_be() {
        var other = World.adult(World.TWO, "CN", new Purpose("settle"), World.routeA());
        var both =
                new World()
                        .applied(
                                World.adult(ONE, "CN", new Purpose("settle"), World.routeA()),
                                other)
                        .confirmed();
        both.accepted(
                officer(YANJI_FA),
                new AppearanceCommand.AskToAppear(
                        CASE,
                        ONE,
                        request(AppearanceKind.AT_OFFICE, YANJI_FA),
                        both.now.plus(Duration.ofDays(5))));
        var seen =
                Disclosure.view(
                                both.state(),
                                World.party(World.TWO),
                                both.tree(),
                                both.today(),
                                both.now)
                        .orElseThrow();
        assertThat(seen.travellers().get(ONE)).isInstanceOf(Disclosure.NameAndStage.class);
        var police =
                Disclosure.view(
                                both.state(),
                                officer(YANJI_PS),
                                both.tree(),
                                both.today(),
                                both.now)
                        .orElseThrow();
        assertThat(police.travellers().get(ONE))
                .isInstanceOfSatisfying(
                        Disclosure.ForWork.class, work -> assertThat(work.appearances()).isEmpty());
        both.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        assertThat(both.rejected(officer(YANJI_FA), cancel())).isEqualTo(Code.SUSPENDED);
        assertThat(both.rejected(person(), anotherTime())).isEqualTo(Code.SUSPENDED);
    }

    @Test
    void a_unit_with_a_clearance_sees_what_it_asked_and_the_watchers_see_who_asks_again() {
        world.accepted(
                officer(YANJI_PS),
                new AppearanceCommand.AskToAppear(
                        CASE, ONE, request(AppearanceKind.AT_HOME, YANJI_PS), in(5)));
        assertThat(laid(YANJI_PS)).containsExactly(BurdenKind.APPEARANCE);
        world.accepted(officer(YANJI_PS), cancel());
        world.accepted(
                officer(YANJI_PS),
                new AppearanceCommand.AskToAppear(
                        CASE, ONE, request(AppearanceKind.AT_HOME, YANJI_PS), in(9)));
        assertThat(laid(YANJI_PS))
                .containsExactlyInAnyOrder(BurdenKind.APPEARANCE, BurdenKind.APPEARANCE_AGAIN);
        assertThat(laid(YANJI_FA)).isEmpty();
        var seen =
                Disclosure.view(
                                world.state(),
                                officer(YANJI_PS),
                                world.tree(),
                                world.today(),
                                world.now)
                        .orElseThrow();
        assertThat(seen.travellers().get(ONE))
                .isInstanceOfSatisfying(
                        Disclosure.ForWork.class,
                        work -> assertThat(work.appearances()).hasSize(2));
    }

    private java.util.Set<BurdenKind> laid(AuthorityId unit) {
        var events = Objects.requireNonNull(world.events.get(CASE));
        return TraceExtractor.of(events, World.DIRECTIVE).treated().stream()
                .filter(one -> one.unit().equals(unit))
                .flatMap(one -> one.laid().stream())
                .map(one -> one.burden())
                .collect(Collectors.toSet());
    }

    @Test
    void a_case_that_goes_to_another_unit_takes_its_appearances_along() {
        world.accepted(officer(YANJI_FA), ask(5));
        assertThat(asked().handedOver(YANJI_FA, World.TUMEN_FA).find(1))
                .hasValueSatisfying(one -> {
                    assertThat(one.unit()).isEqualTo(World.TUMEN_FA);
                    assertThat(one.request().place()).isEqualTo(World.TUMEN_FA);
                    assertThat(one.at()).isEqualTo(first().at());
                });
    }
}
