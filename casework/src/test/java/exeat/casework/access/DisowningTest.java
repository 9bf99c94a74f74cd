package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN;
import static exeat.casework.World.ONE;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.adult;
import static exeat.casework.World.officer;
import static exeat.casework.World.party;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.Undoing;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** It was not the person who left, or ended their claim, before two protection officers. */
class DisowningTest {

    private static final AuthorityId NORTHEAST = new AuthorityId("ne");

    static TravellerCommand.Disown disown(int request) {
        return new TravellerCommand.Disown(CASE, ONE, request);
    }

    static TravellerCommand.DisownInPerson inPerson(boolean withdrawal) {
        return new TravellerCommand.DisownInPerson(CASE, ONE, withdrawal, "a passport");
    }

    static TravellerCommand.SecondInPerson second(int request) {
        return new TravellerCommand.SecondInPerson(CASE, ONE, request, "the same passport");
    }

    /** A second officer agrees that something is undone, which has numbers of its own. */
    static TravellerCommand.SecondInPerson undoing(int request) {
        return second(Undoing.NUMBERED_AFTER + request);
    }

    private static TravellerCommand.StopInPerson stopUndoing(String reason) {
        return new TravellerCommand.StopInPerson(CASE, ONE, Undoing.NUMBERED_AFTER + 1, reason);
    }

    /** Somebody who has a secret of their own, which works. */
    static World proved() {
        var world = World.settling();
        world.secret(YANJI_FA, ONE);
        world.now = world.now.plus(Duration.ofDays(8));
        return world;
    }

    /** Two officers say that the person left before them, and nobody objects. */
    static World left(World world) {
        int request = number(world) + 1;
        world.accepted(
                officer(YANJI, 1), new TravellerCommand.WithdrawInPerson(CASE, ONE, "a passport"));
        world.accepted(officer(YANJI, 2), second(request));
        assertThat(world.stage()).isEqualTo(Stage.WITHDRAWN);
        return world;
    }

    static int number(World world) {
        return world.traveller().protection().flatMap(Protection::requests).orElse(0);
    }

    @Test
    void with_a_secret_of_their_own_the_person_goes_on_from_where_they_stood() {
        var world = left(proved());
        world.pass(20);

        var events = world.accepted(person(), disown(1));

        assertThat(events.getFirst()).isEqualTo(new TravellerEvent.WithdrawalUndone(ONE));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().openClearances())
                .singleElement()
                .satisfies(clearance -> {
                    assertThat(clearance.name()).isEqualTo("identity");
                    assertThat(clearance.due()).isAfter(world.today());
                });
        assertThat(world.rejected(person(), disown(1))).isEqualTo(Code.NOT_FOUND);
        // It goes on as if nothing had been.
        world.cleared().authorised();
        assertThat(world.stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void nobody_else_undoes_it_and_nobody_after_thirty_days() {
        var world = left(proved());
        assertThat(world.rejected(officer(YANJI, 1), disown(1))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(JILIN, 1), disown(1))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(party(TravellerNo.PRINCIPAL), disown(1)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(new Actor.Stranger(), disown(1))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(person(), disown(2))).isEqualTo(Code.NOT_FOUND);

        world.now = world.now.plus(Duration.ofDays(30));
        assertThat(world.rejected(person(), disown(1))).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(JILIN, 1), inPerson(true))).isEqualTo(Code.NOT_FOUND);
    }

    /** Whoever filed for somebody who got away does not bring them back. */
    @Test
    void the_secret_of_a_filing_undoes_nothing_and_tells_nothing() {
        var world = left(World.settling());
        assertThat(world.rejected(person(), disown(1))).isEqualTo(Code.SECRET_UNPROVED);
        assertThat(world.rejected(person(), disown(7))).isEqualTo(Code.SECRET_UNPROVED);
        assertThat(World.settling().rejected(person(), disown(1))).isEqualTo(Code.SECRET_UNPROVED);

        // Nor does it keep the person from undoing it.
        world.accepted(officer(JILIN, 1), inPerson(true));
        assertThat(world.rejected(person(), stopUndoing(""))).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(JILIN, 2), undoing(1));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void what_a_person_did_with_their_own_secret_is_not_undone() {
        var world = proved();
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, ONE));
        assertThat(world.rejected(person(), disown(1))).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(JILIN, 1), inPerson(true))).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void without_a_secret_two_officers_of_units_without_a_part_in_it_undo_it() {
        var world = left(World.settling());
        assertThat(world.rejected(officer(YANJI_FA, 1), inPerson(true)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI, 1), inPerson(true)))
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(YANJI, 7), inPerson(true)))
                .isEqualTo(Code.NOT_INDEPENDENT);
        assertThat(world.rejected(standIn(), inPerson(true))).isEqualTo(Code.SECOND_OFFICER);
        assertThat(
                        world.rejected(
                                officer(JILIN, 1),
                                new TravellerCommand.DisownInPerson(CASE, ONE, true, " ")))
                .isEqualTo(Code.REASON_MISSING);

        world.accepted(officer(JILIN, 1), inPerson(true));

        assertThat(world.stage()).as("one officer alone").isEqualTo(Stage.WITHDRAWN);
        assertThat(world.rejected(officer(JILIN, 1), inPerson(true)))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(JILIN, 1), undoing(1))).isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(YANJI, 7), undoing(1))).isEqualTo(Code.NOT_FOUND);

        world.accepted(officer(ROOT, 1), undoing(1));

        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().undoable(world.now)).isEmpty();
    }

    /** Of another unit, and in the first officer's place. */
    private static Actor.Officer standIn() {
        var other = officer(JILIN, 3);
        var first = officer(YANJI, 1).id();
        return new Actor.Officer(
                other.id(),
                other.unit(),
                other.function(),
                true,
                false,
                new Actor.Duty(false, Optional.of(first), Set.of(first)));
    }

    /** Both units of an act that two units did are out, and whoever took over their work. */
    @Test
    void no_unit_judges_what_it_did_also_under_another_name() {
        var world = World.settling();
        world.accepted(
                officer(YANJI, 1), new TravellerCommand.WithdrawInPerson(CASE, ONE, "a passport"));
        world.accepted(officer(JILIN, 2), second(1));
        assertThat(world.rejected(officer(JILIN, 7), inPerson(true)))
                .isEqualTo(Code.NOT_INDEPENDENT);
        world.accepted(officer(NORTHEAST, 1), inPerson(true));
        world.accepted(officer(NORTHEAST, 2), undoing(1));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);

        var merged = left(World.settling());
        merged.close(YANJI, JILIN);
        assertThat(merged.rejected(officer(JILIN, 7), inPerson(true)))
                .isEqualTo(Code.NOT_INDEPENDENT);
    }

    /** The two could otherwise ask for something else each day, until the time is over. */
    @Test
    void another_request_in_the_persons_name_does_not_stand_in_the_way() {
        var world = World.settling();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        left(world);
        world.accepted(
                officer(YANJI, 3), new TravellerCommand.EndClaimInPerson(CASE, ONE, "a passport"));

        var events = world.accepted(officer(JILIN, 1), inPerson(true));

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("InPersonAsked");
        assertThat(world.traveller().askedInPerson()).hasSize(2);
        // Whoever asks again is told of their own request, as without.
        assertThat(
                        world.rejected(
                                officer(YANJI, 3),
                                new TravellerCommand.EndClaimInPerson(CASE, ONE, "a passport")))
                .isEqualTo(Code.ALREADY_EXISTS);
        world.accepted(officer(JILIN, 2), undoing(1));
        assertThat(world.traveller().askedInPerson()).hasSize(1);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().isSuspended()).isTrue();
    }

    /** Those who did it learn neither where the person is, nor take back what they ask for. */
    @Test
    void the_units_that_did_it_neither_see_nor_stop_that_it_is_undone() {
        var world = World.settling();
        world.accepted(
                officer(JILIN, 1), new TravellerCommand.WithdrawInPerson(CASE, ONE, "a passport"));
        world.accepted(officer(JILIN, 2), second(1));

        world.accepted(officer(YANJI, 1), inPerson(true));

        assertThat(world.seen(officer(YANJI, 2)).orElseThrow().inPerson()).containsOnlyKeys(ONE);
        assertThat(world.seen(officer(ROOT, 2)).orElseThrow().inPerson()).containsOnlyKeys(ONE);
        assertThat(world.seen(officer(JILIN, 9)).orElseThrow().inPerson()).isEmpty();
        var stop = stopUndoing("not so");
        assertThat(world.rejected(officer(JILIN, 1), stop)).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(JILIN, 9), stop)).isEqualTo(Code.NOT_FOUND);
        for (var told : List.of(officer(YANJI_FA, 1), officer(JILIN, 1), officer(JILIN, 9))) {
            assertThat(world.rejected(told, stopUndoing(""))).isEqualTo(Code.NOT_FOUND);
        }
        assertThat(world.rejected(officer(JILIN, 1), undoing(1))).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(standIn(), stop)).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(YANJI, 2), stop);
    }

    @Test
    void whoever_came_in_time_waits_for_the_second_officer_beyond_the_last_day() {
        var world = left(World.settling());
        world.now = world.now.plus(Duration.ofDays(30).minusHours(1));
        world.accepted(officer(JILIN, 1), inPerson(true));
        world.now = world.now.plus(Duration.ofHours(2));
        world.accepted(officer(JILIN, 2), undoing(1));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    /** A hold, a proposal, a question and an appeal: each stands again, and what is due moves. */
    @Test
    void all_that_the_withdrawal_ended_stands_again_and_no_hold_is_longer() {
        var world = proved();
        world.byTwo(YANJI_FA, world.identityHold());
        world.accepted(
                person(),
                new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.AHold(1), "grounds"));
        world.accepted(
                officer(YANJI_FA, 1),
                new TravellerCommand.Ask(CASE, ONE, new RequestedItem.OfDocument("photograph")));
        world.accepted(
                officer(YANJI_FA, 1),
                new TravellerCommand.ProposeAct(
                        CASE, ONE, new TwoOfficerAct.SetAside("relations-not-found"), "a reason"));
        var before = world.traveller();
        left(world);
        assertThat(world.traveller().openHolds()).isEmpty();
        world.pass(5);

        world.accepted(person(), disown(1));

        var after = world.traveller();
        assertThat(after.openHolds()).isEqualTo(before.openHolds());
        // The days to answer begin anew.
        assertThat(after.proposals())
                .isEqualTo(
                        before.proposals().stream()
                                .map(p -> p.open() ? p.heard(h -> h.resumed(world.now)) : p)
                                .toList());
        assertThat(after.clearances()).hasSameSizeAs(before.clearances());
        assertThat(after.questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.isOpen()).isTrue();
                    assertThat(question.asked()).isEqualTo(world.now);
                });
        assertThat(due(after)).isEqualTo(due(before).plusDays(5));
        assertThat(after.officers()).containsAll(before.officers());
    }

    private static LocalDate due(TravellerState t) {
        return t.appeals().getFirst().due();
    }

    @Test
    void nothing_of_the_person_is_erased_until_the_time_is_over() {
        var world = left(proved());
        var own = new ArchiveCommand.EraseOwn(CASE, ONE);
        var committee = officer(JILIN, 5);
        var propose = new ArchiveCommand.ProposeErasure(CASE, "a law", "a reason");
        var byTime = new ArchiveCommand.EraseByRetention(CASE, 1, "a law");
        world.now = world.now.plus(Duration.ofDays(3));
        assertThat(world.rejected(person(), own)).isEqualTo(Code.NOT_ENDED);
        assertThat(world.rejected(committee, propose)).isEqualTo(Code.NOT_ENDED);
        assertThat(world.rejected(new Actor.Clock(), byTime)).isEqualTo(Code.NOT_ENDED);

        world.now = world.now.plus(Duration.ofDays(27));
        world.accepted(committee, propose);
        world.accepted(person(), own);
        assertThat(world.traveller().undoable(world.now)).isEmpty();
    }

    /** One of two companions left so; the other's own erasure does not wait for it. */
    @Test
    void a_companion_who_left_is_erased_without_waiting() {
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();
        world.secret(YANJI_FA, TWO);
        left(world);
        world.accepted(party(TWO), new TravellerCommand.Withdraw(CASE, TWO));
        world.accepted(party(TWO), new ArchiveCommand.EraseOwn(CASE, TWO));
    }

    /** Conspirators who hand themselves a secret in the person's name gain no time by it. */
    @Test
    void a_secret_that_still_waits_undoes_nothing() {
        var world = left(World.settling());
        world.accepted(
                officer(YANJI, 3),
                new SecretCommand.AskForSecret(CASE, ONE, "first part", "a passport"));
        world.accepted(
                officer(YANJI, 4),
                new SecretCommand.IssueSecret(CASE, ONE, world.request(ONE), "other", "a face"));
        assertThat(world.rejected(person(), disown(1))).isEqualTo(Code.SECRET_UNPROVED);
        world.accepted(officer(JILIN, 1), inPerson(true));
        world.accepted(officer(JILIN, 2), undoing(1));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    /** Few may undo it; whoever did it once may not do it again, undone or not. */
    @Test
    void the_same_two_undo_it_again_and_who_did_it_does_nothing_more() {
        var world = left(World.settling());
        world.accepted(officer(JILIN, 1), inPerson(true));
        world.accepted(officer(JILIN, 2), undoing(1));
        var leave = new TravellerCommand.WithdrawInPerson(CASE, ONE, "a passport");
        assertThat(world.rejected(officer(YANJI, 1), leave)).isEqualTo(Code.NOT_INDEPENDENT);
        assertThat(world.rejected(officer(YANJI, 1), inPerson(true)))
                .as("as before it was undone")
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(YANJI, 7), inPerson(true)))
                .isEqualTo(Code.NOT_INDEPENDENT);

        world.accepted(officer(YANJI, 3), leave);
        assertThat(world.rejected(officer(YANJI, 2), second(2))).isEqualTo(Code.NOT_INDEPENDENT);
        world.accepted(officer(YANJI, 4), second(2));
        world.accepted(officer(JILIN, 1), inPerson(true));
        world.accepted(officer(JILIN, 2), undoing(2));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    /** While a claim's end is to be undone, those who ended it ask for something else as ever. */
    @Test
    void who_ended_a_claim_is_answered_alike_whether_somebody_undoes_it() {
        for (boolean asked : new boolean[] {false, true}) {
            var world = World.settling();
            world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
            world.accepted(
                    officer(YANJI, 1), new TravellerCommand.EndClaimInPerson(CASE, ONE, "a card"));
            world.accepted(officer(YANJI, 2), second(1));
            if (asked) {
                notTold(world, () -> world.accepted(officer(JILIN, 1), inPerson(false)));
            }
            world.accepted(
                    officer(YANJI, 3), new TravellerCommand.WithdrawInPerson(CASE, ONE, "a card"));
            assertThat(number(world)).as("no gap before it").isEqualTo(2);
            world.accepted(officer(YANJI, 4), second(2));
            assertThat(world.stage()).isEqualTo(Stage.WITHDRAWN);
            if (asked) {
                world.accepted(officer(JILIN, 2), undoing(1));
                assertThat(world.traveller().protectionClaimed()).isTrue();
            }
        }
    }

    /** Nor is it told that it came to nothing, or that it was asked again. */
    @Test
    void no_version_of_those_who_work_with_the_case_counts_that_somebody_wants_it_undone() {
        var world = World.settling();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        world.accepted(
                officer(YANJI, 1), new TravellerCommand.EndClaimInPerson(CASE, ONE, "a card"));
        world.accepted(officer(YANJI, 2), second(1));
        notTold(
                world,
                () -> {
                    world.accepted(officer(JILIN, 1), inPerson(false));
                    world.accepted(officer(JILIN, 3), stopUndoing("not so"));
                    world.accepted(officer(JILIN, 1), inPerson(false));
                    world.pass(2);
                });
        assertThat(world.traveller().askedInPerson()).isEmpty();
        world.accepted(officer(JILIN, 1), inPerson(false));
        assertThat(world.rejected(officer(JILIN, 2), undoing(1))).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(JILIN, 2), undoing(3));
        assertThat(world.traveller().protectionClaimed()).isTrue();
    }

    /** The secret of the filing, who holds the case and establishes identity, and those who did. */
    private static void notTold(World world, Runnable undoing) {
        var readers = List.of(person(), officer(YANJI_FA), officer(YANJI_PS), officer(YANJI, 9));
        var before = readers.stream().map(reader -> version(world, reader)).toList();
        long steps = world.sequence();
        undoing.run();
        assertThat(world.sequence()).isGreaterThan(steps);
        assertThat(readers.stream().map(reader -> version(world, reader)).toList())
                .isEqualTo(before);
    }

    private static long version(World world, Actor reader) {
        return world.seen(reader).orElseThrow().past().version(world.sequence());
    }
}
