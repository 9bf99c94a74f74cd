package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TUMEN_BD;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.adult;
import static exeat.casework.World.child;
import static exeat.casework.World.officer;
import static exeat.casework.World.party;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Application;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Guardian;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minor needs everyone with parental responsibility, is heard, and alone needs more. */
@Tag("day")
class MinorsTest {

    private static final Guardian MOTHER = new Guardian("mother", Optional.of(ONE));
    private static final Guardian FATHER = new Guardian("father", Optional.empty());

    private static World family() {
        return new World()
                .applied(
                        adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                        child(TWO, new Purpose("return"), List.of(MOTHER, FATHER)))
                .confirmed();
    }

    private static List<Event> meet(World world, Actor actor, Safeguard safeguard) {
        return world.accepted(actor, new TravellerCommand.MeetSafeguard(CASE, TWO, safeguard));
    }

    /** Filed for a child of these guardians; three adults, the first two of one name. */
    private static Optional<Code> filed(LocalDate born, Guardian... guardians) {
        var three = new TravellerNo(3);
        var application =
                World.application(
                        adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                        World.person(TWO, born, "KP", new Purpose("return"), Facts.NONE, List.of()),
                        child(three, new Purpose("return"), List.of(guardians)));
        var filed = new CaseCommand.Apply(CASE, application, Map.of());
        return new World().give(new Actor.Stranger(), filed) instanceof Response.Rejected(var why)
                ? Optional.of(why.code())
                : Optional.empty();
    }

    @Test
    void nobody_is_entered_as_two_guardians_of_one_child() {
        var twin = LocalDate.of(1930, 5, 1);
        var father = new Guardian("father", Optional.of(TWO));
        assertThat(filed(twin.minusYears(20), MOTHER, father)).isEmpty();
        assertThat(filed(twin, MOTHER, father)).contains(Code.BAD_VALUE);
        assertThat(filed(twin, MOTHER, new Guardian("aunt", Optional.of(ONE))))
                .contains(Code.BAD_VALUE);
        assertThat(filed(twin, FATHER, new Guardian(" Father ", Optional.empty())))
                .contains(Code.BAD_VALUE);
        assertThat(filed(twin, MOTHER, new Guardian("김철수", Optional.empty())))
                .contains(Code.BAD_VALUE);
    }

    @Test
    void a_guardian_in_the_application_agrees_under_their_own_name_alone() {
        var child =
                child(
                        TWO,
                        new Purpose("return"),
                        List.of(new Guardian("Mary Motherofchild", Optional.of(ONE))));
        var world = new World().applied(adult(ONE, "KP", new Purpose("return"), Facts.NONE), child);
        assertThat(world.traveller(TWO).traveller().guardians())
                .containsExactly(
                        new Guardian(
                                world.traveller(ONE).traveller().name().full(), Optional.of(ONE)));
    }

    /** As an application could be before nobody was entered twice. */
    @Test
    void one_guardian_who_is_named_twice_consents_once() {
        var again = new Guardian("mother again", Optional.of(ONE));
        var child = child(TWO, new Purpose("return"), List.of(MOTHER, again, FATHER));
        var filed = World.application(adult(ONE, "KP", new Purpose("return"), Facts.NONE), child);
        var world = new World();
        world.record(
                CASE,
                new CaseEvent.Applied(World.DIRECTIVE.ref(), filed, YANJI_FA, Optional.empty()));
        meet(world, person(), new Safeguard.Consent(0, "own secret"));
        var twice = new Safeguard.Consent(1, "own secret");
        assertThat(world.rejected(person(), new TravellerCommand.MeetSafeguard(CASE, TWO, twice)))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.UNCONFIRMED);
        meet(world, officer(YANJI_FA), new Safeguard.Consent(2, "a letter"));
        assertThat(world.traveller(TWO).stage()).isNotEqualTo(Stage.UNCONFIRMED);
    }

    @Test
    void a_child_is_confirmed_when_the_last_guardian_has_consented() {
        var world = family();
        meet(world, person(), new Safeguard.Consent(0, "own secret"));
        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.UNCONFIRMED);

        meet(world, officer(YANJI_FA), new Safeguard.Consent(1, "a signed letter"));

        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_guardian_in_the_application_consents_with_their_own_secret_alone() {
        var consent =
                new TravellerCommand.MeetSafeguard(CASE, TWO, new Safeguard.Consent(0, "a letter"));

        assertThat(family().rejected(officer(YANJI_FA), consent)).isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void a_court_stands_in_the_place_of_all_consents() {
        var world = family();

        meet(world, officer(YANJI_FA), new Safeguard.Court("C-12"));

        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_child_gets_no_paper_before_they_are_heard() {
        var world = family();
        meet(world, officer(YANJI_FA), new Safeguard.Court("C-12"));
        clear(world);
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, TWO)))
                .isEqualTo(Code.SAFEGUARD_OPEN);

        meet(world, officer(YANJI_FA), new Safeguard.Heard("note of 3 September"));

        world.accepted(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, TWO));
        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.AUTHORISED);
    }

    @Test
    void a_child_whose_guardian_leaves_the_journey_is_alone_and_needs_more() {
        var world = family();
        meet(world, officer(YANJI_FA), new Safeguard.Court("C-12"));
        meet(world, officer(YANJI_FA), new Safeguard.Heard("a note"));
        clear(world);
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, ONE));
        var authorise = new TravellerCommand.Authorise(CASE, TWO);
        assertThat(world.rejected(officer(YANJI_FA), authorise)).isEqualTo(Code.SAFEGUARD_OPEN);

        meet(world, officer(YANJI_FA), new Safeguard.GuardianNamed("aunt", "a letter"));
        assertThat(world.rejected(officer(YANJI_FA), authorise)).isEqualTo(Code.SAFEGUARD_OPEN);
        meet(world, officer(YANJI_FA), new Safeguard.BestInterests("a note"));

        world.accepted(officer(YANJI_FA), authorise);
    }

    @Test
    void any_guardian_takes_a_child_out_and_nobody_else() {
        var world = family();
        var withdraw = new TravellerCommand.Withdraw(CASE, TWO);
        assertThat(world.rejected(party(TWO), withdraw)).isEqualTo(Code.NOT_ALLOWED);

        world.accepted(person(), withdraw);

        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void a_child_claims_protection_for_themselves_and_no_guardian_ends_it() {
        var world = family();
        var seen = Disclosure.view(world.state(), person(), World.TREE, world.today(), world.now);
        world.accepted(party(TWO), new TravellerCommand.ClaimProtection(CASE, TWO));

        assertThat(world.rejected(person(), new TravellerCommand.EndProtectionClaim(CASE, TWO)))
                .isEqualTo(Code.NOT_ALLOWED);
        var after = Disclosure.view(world.state(), person(), World.TREE, world.today(), world.now);
        assertThat(after.orElseThrow().travellers()).isEqualTo(seen.orElseThrow().travellers());
        assertThat(after.orElseThrow().past().version(world.sequence()))
                .isEqualTo(world.sequence() - 1);
    }

    @Test
    void a_guardian_learns_nothing_of_a_childs_claim_and_cannot_take_them_out() {
        var world = family();
        world.accepted(party(TWO), new TravellerCommand.ClaimProtection(CASE, TWO));

        assertThat(world.rejected(person(), new TravellerCommand.Withdraw(CASE, TWO)))
                .isEqualTo(Code.NOT_ALLOWED);
        var consent =
                new TravellerCommand.MeetSafeguard(CASE, TWO, new Safeguard.Consent(0, "secret"));
        assertThat(world.rejected(person(), consent)).isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void a_child_with_a_paper_does_not_cross_before_the_guardian_can() {
        var world = family();
        meet(world, officer(YANJI_FA), new Safeguard.Court("C-12"));
        meet(world, officer(YANJI_FA), new Safeguard.Heard("a note"));
        clear(world);
        world.accepted(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, TWO));
        var cross = new TravellerCommand.RecordCrossing(CASE, TWO, CrossingDirection.DEPARTURE);

        assertThat(world.rejected(officer(TUMEN_BD), cross)).isEqualTo(Code.SAFEGUARD_OPEN);
        world.cleared().authorised();
        world.byTwo(YANJI_FA, world.identityHold());
        assertThat(world.rejected(officer(TUMEN_BD), cross)).isEqualTo(Code.SAFEGUARD_OPEN);
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ReleaseHold(CASE, ONE, 1, "settled"));
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        assertThat(world.rejected(officer(TUMEN_BD), cross)).isEqualTo(Code.SAFEGUARD_OPEN);

        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        world.accepted(officer(TUMEN_BD), cross);
    }

    @Test
    void a_strangers_claim_about_the_guardian_keeps_no_child_at_the_border() {
        var world = family();
        meet(world, officer(YANJI_FA), new Safeguard.Court("C-12"));
        meet(world, officer(YANJI_FA), new Safeguard.Heard("a note"));
        clear(world);
        world.accepted(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, TWO));
        world.cleared().authorised();
        world.accepted(
                new Actor.Stranger(),
                new TravellerCommand.ClaimForAnother(CASE, ONE, "They are in danger."));
        var cross = new TravellerCommand.RecordCrossing(CASE, TWO, CrossingDirection.DEPARTURE);
        assertThat(world.rejected(officer(TUMEN_BD), cross)).isEqualTo(Code.SAFEGUARD_OPEN);

        lapse(world);

        assertThat(world.traveller(ONE).protectionClaimed()).isTrue();
        world.accepted(officer(TUMEN_BD), cross);
    }

    @Test
    void guardians_still_consent_and_withdraw_when_a_strangers_claim_stops_no_step_any_more() {
        var world = family();
        world.accepted(
                new Actor.Stranger(),
                new TravellerCommand.ClaimForAnother(CASE, TWO, "They are in danger."));
        var consent =
                new TravellerCommand.MeetSafeguard(CASE, TWO, new Safeguard.Consent(0, "secret"));
        assertThat(world.rejected(person(), consent)).isEqualTo(Code.NOT_ALLOWED);

        lapse(world);

        world.accepted(person(), consent);
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, TWO));
    }

    @Test
    void nobody_gets_a_childs_secret_by_listing_the_child_first() {
        var care = List.of(new Guardian("father", Optional.of(TWO)));
        var first =
                List.of(
                        child(ONE, new Purpose("return"), care),
                        adult(TWO, "KP", new Purpose("return"), Facts.NONE));

        assertThat(Application.filer(Optional.empty(), first)).isEqualTo(TWO);
        assertThat(Application.filer(Optional.empty(), first.reversed())).isEqualTo(TWO);
    }

    /** Three days, in which nobody confirmed what somebody else claimed. */
    private static void lapse(World world) {
        world.now = world.now.plus(Protection.MAX_SUSPENSION);
        world.accepted(new Actor.Clock(), new CaseCommand.CheckDeadlines(CASE));
    }

    @Test
    void a_child_none_of_whose_guardians_is_here_speaks_for_themselves() {
        var world =
                new World()
                        .applied(
                                World.person(
                                        ONE,
                                        LocalDate.of(1947, 5, 1),
                                        "CN",
                                        new Purpose("settle"),
                                        World.noRoute(),
                                        List.of(FATHER)));
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.MeetSafeguard(
                        CASE, ONE, new Safeguard.Consent(0, "a letter")));
        world.byTwo(YANJI_FA, new TwoOfficerAct.Refuse());

        world.accepted(
                person(),
                new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.Refusal(), "it is wrong"));
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, ONE));
    }

    @Test
    void a_child_without_a_guardian_in_the_application_is_not_taken_in() {
        var apply =
                new CaseCommand.Apply(
                        CASE,
                        World.application(child(ONE, new Purpose("trip"), List.of())),
                        Map.of());

        assertThat(new World().rejection(new Actor.Stranger(), apply))
                .isEqualTo(new Rejection(Code.BAD_VALUE, "travellers[1].guardians"));
    }

    private static void clear(World world) {
        world.cleared(TWO);
    }
}
