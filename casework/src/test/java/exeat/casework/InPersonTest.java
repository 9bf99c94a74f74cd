package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.adult;
import static exeat.casework.World.officer;
import static exeat.casework.World.party;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.value.TravellerNo;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who stands in person before protection officers: two of them, or nothing happens. */
class InPersonTest {

    private static TravellerCommand.WithdrawInPerson leave() {
        return new TravellerCommand.WithdrawInPerson(CASE, ONE, "a passport, and her voice");
    }

    private static TravellerCommand.EndClaimInPerson end(TravellerNo no) {
        return new TravellerCommand.EndClaimInPerson(CASE, no, "a passport");
    }

    private static TravellerCommand.SecondInPerson second(TravellerNo no, int request) {
        return new TravellerCommand.SecondInPerson(CASE, no, request, "the same passport");
    }

    private static TravellerCommand.StopInPerson stop(int request, String reason) {
        return new TravellerCommand.StopInPerson(CASE, ONE, request, reason);
    }

    private static Disclosure.CaseSeen seen(World world, Actor actor) {
        return Disclosure.view(world.state(), actor, World.TREE, world.today(), world.now)
                .orElseThrow();
    }

    private static long version(World world, Actor actor) {
        return seen(world, actor).past().version(world.sequence());
    }

    @Test
    void one_protection_officer_alone_ends_nobodys_case() {
        var world = World.settling();
        world.secret(YANJI_FA, ONE);
        assertThat(world.rejected(officer(YANJI_FA), leave())).isEqualTo(Code.NOT_ALLOWED);
        assertThat(
                        world.rejected(
                                officer(YANJI),
                                new TravellerCommand.WithdrawInPerson(CASE, ONE, " ")))
                .isEqualTo(Code.REASON_MISSING);

        world.accepted(officer(YANJI, 1), leave());

        assertThat(world.stage()).isNotEqualTo(Stage.WITHDRAWN);
        assertThat(world.rejected(officer(YANJI, 1), leave())).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(YANJI, 1), second(ONE, 1)))
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(standIn(), second(ONE, 1))).isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(YANJI_FA, 3), second(ONE, 1)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI, 2), second(ONE, 2))).isEqualTo(Code.NOT_FOUND);

        var events = world.accepted(officer(YANJI, 2), second(ONE, 1));

        assertThat(events)
                .containsExactly(
                        new ProtectionEvent.IdentifiedInPerson(
                                ONE,
                                officer(YANJI, 2).id(),
                                YANJI,
                                "the same passport",
                                Optional.of(1)),
                        new TravellerEvent.Withdrawn(ONE));
        assertThat(world.stage()).isEqualTo(Stage.WITHDRAWN);
    }

    /** One who stands in for the first officer is no second one. */
    private static Actor.Officer standIn() {
        var first = officer(YANJI, 1).id();
        var other = officer(YANJI, 3);
        var duty = new Actor.Duty(false, Optional.of(first), Set.of(first));
        return new Actor.Officer(other.id(), other.unit(), other.function(), true, false, duty);
    }

    @Test
    void nobody_who_had_a_part_in_the_case_is_the_second() {
        var world = World.settling();
        world.accepted(new Actor.Stranger(), claim(ONE));
        world.accepted(
                officer(YANJI, 2),
                new TravellerCommand.HearProtection(CASE, ONE, true, "a card", "what she said"));
        world.accepted(officer(YANJI, 1), end(ONE));

        assertThat(world.rejected(officer(YANJI, 2), second(ONE, 1)))
                .isEqualTo(Code.NOT_INDEPENDENT);
        world.accepted(officer(JILIN), second(ONE, 1));
        assertThat(world.traveller().protectionClaimed()).isFalse();
    }

    private static TravellerCommand.ClaimForAnother claim(TravellerNo no) {
        return new TravellerCommand.ClaimForAnother(CASE, no, "He hits her.");
    }

    @Test
    void a_unit_that_decided_in_the_case_has_no_second_officer() {
        var world = World.settling();
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ProposeAct(CASE, ONE, world.identityHold(), "a reason"));
        world.accepted(
                officer(YANJI, 4), new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED));
        world.accepted(officer(YANJI, 1), leave());

        assertThat(world.rejected(officer(YANJI, 2), second(ONE, 1)))
                .isEqualTo(Code.NOT_INDEPENDENT);
        world.accepted(officer(JILIN), second(ONE, 1));
    }

    @Test
    void what_is_asked_stops_no_step_and_comes_to_nothing_in_a_day() {
        var world = World.settling();
        world.accepted(officer(YANJI, 1), leave());
        var clearance = world.traveller().openClearances().getFirst();
        world.accepted(
                officer(clearance.unit()),
                new TravellerCommand.CompleteClearance(CASE, ONE, clearance.name()));

        world.now = world.now.plus(Duration.ofHours(24));
        assertThat(world.rejected(officer(YANJI, 2), second(ONE, 1))).isEqualTo(Code.NOT_FOUND);
        world.accepted(new Actor.Clock(), new CaseCommand.CheckDeadlines(CASE));

        assertThat(world.traveller().askedInPerson()).isEmpty();
        world.accepted(officer(YANJI, 1), leave());
        assertThat(world.traveller().askedInPerson().getFirst().number()).isEqualTo(2);
    }

    @Test
    void the_person_objects_wherever_they_sign_in_and_an_officer_gives_a_reason() {
        var world = World.settling();
        world.accepted(officer(YANJI, 1), leave());
        assertThat(world.rejected(officer(YANJI, 2), stop(1, " "))).isEqualTo(Code.REASON_MISSING);
        assertThat(world.rejected(officer(YANJI_PS), stop(1, "x"))).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(person(), stop(2, ""))).isEqualTo(Code.NOT_FOUND);

        world.accepted(person(), stop(1, ""));

        assertThat(world.rejected(officer(YANJI, 2), second(ONE, 1))).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(YANJI, 1), leave());
        world.accepted(officer(YANJI, 2), stop(2, "the wrong person"));
        assertThat(world.traveller().askedInPerson()).isEmpty();
    }

    @Test
    void a_claim_ends_before_two_officers_and_no_version_of_a_companion_counts_it() {
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();
        var before = version(world, party(TWO));
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        assertThat(world.rejected(officer(YANJI_FA), end(ONE))).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI, 1), end(ONE));
        assertThat(world.traveller().protectionClaimed()).isTrue();
        world.accepted(officer(YANJI, 2), second(ONE, 1));

        assertThat(world.traveller().protectionClaimed()).isFalse();
        assertThat(world.rejected(officer(YANJI), end(ONE))).isEqualTo(Code.WRONG_STAGE);
        assertThat(version(world, party(TWO))).isEqualTo(before);
    }

    @Test
    void the_officers_of_that_line_who_protect_see_what_is_asked_and_no_more_of_the_person() {
        var world = World.settling();
        var before = seen(world, officer(JILIN)).travellers();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        for (int heard : List.of(3, 4)) {
            world.accepted(
                    officer(YANJI, heard),
                    new TravellerCommand.HearProtection(CASE, ONE, true, "a card", "as she said"));
        }
        world.accepted(officer(YANJI, 1), end(ONE));

        for (var unit : List.of(YANJI, JILIN)) {
            var seen = seen(world, officer(unit, 2));
            assertThat(seen.inPerson()).containsOnlyKeys(ONE);
            assertThat(seen.travellers()).isEqualTo(before);
            assertThat(seen.past().protection()).isEmpty();
        }
        assertThat(seen(world, officer(YANJI_FA)).inPerson()).isEmpty();
        assertThat(seen(world, person()).inPerson()).isEmpty();
    }
}
