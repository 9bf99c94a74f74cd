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

import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.SecretEvent;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Guardian;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A person's secret is not the office's to use. */
class SecretsTest {

    private static SecretCommand.AskForSecret ask(TravellerNo to) {
        return new SecretCommand.AskForSecret(CASE, to, "first part", "a passport");
    }

    private static SecretCommand.IssueSecret issue(TravellerNo to, int request) {
        return new SecretCommand.IssueSecret(CASE, to, request, "other part", "the face");
    }

    private static World two() {
        return new World()
                .applied(
                        adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                        adult(TWO, "KP", new Purpose("return"), Facts.NONE));
    }

    @Test
    void a_secret_takes_two_officers_who_each_say_what_they_saw() {
        var world = two();
        var blind = new SecretCommand.AskForSecret(CASE, TWO, "first part", " ");
        assertThat(world.rejected(officer(YANJI_FA, 1), blind)).isEqualTo(Code.REASON_MISSING);
        assertThat(world.rejected(officer(YANJI_FA, 1), issue(TWO, 1))).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(YANJI_PS), ask(TWO))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(person(), ask(ONE))).isEqualTo(Code.NOT_ALLOWED);

        world.accepted(officer(YANJI_FA, 1), ask(TWO));
        assertThat(world.traveller(TWO).secretIssued()).isFalse();
        assertThat(world.rejected(officer(YANJI_FA, 2), ask(TWO))).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(YANJI_FA, 1), issue(TWO, 1)))
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(standIn(), issue(TWO, 1))).isEqualTo(Code.SECOND_OFFICER);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA, 2),
                                new SecretCommand.IssueSecret(CASE, TWO, 1, "other part", "")))
                .isEqualTo(Code.REASON_MISSING);

        var issued = world.accepted(officer(YANJI_FA, 2), issue(TWO, 1));
        assertThat(issued)
                .containsExactly(
                        new SecretEvent.SecretIssued(
                                TWO,
                                Optional.of(officer(YANJI_FA, 2).id()),
                                Optional.of("the face"),
                                Optional.of(1),
                                Optional.empty()));
        assertThat(world.traveller(TWO).secretIssued()).isTrue();
        assertThat(world.traveller(TWO).officers())
                .contains(officer(YANJI_FA, 1).id(), officer(YANJI_FA, 2).id());
    }

    /** One who stands in for the first officer is no second one. */
    private static Actor.Officer standIn() {
        var first = officer(YANJI_FA, 1).id();
        var other = officer(YANJI_FA, 3);
        var duty = new Actor.Duty(false, Optional.of(first), Set.of(first));
        return new Actor.Officer(other.id(), other.unit(), other.function(), true, false, duty);
    }

    @Test
    void the_person_stands_before_both_on_one_day() {
        var world = two();
        world.accepted(officer(YANJI_FA, 1), ask(TWO));
        world.now = world.now.plus(Duration.ofHours(24));
        assertThat(world.rejected(officer(YANJI_FA, 2), issue(TWO, 1))).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(YANJI_FA, 2), ask(TWO));
    }

    @Test
    void no_step_goes_on_while_a_replaced_secret_waits() {
        var world = World.settling();
        var clearance = world.traveller().openClearances().getFirst();
        var clear = new TravellerCommand.CompleteClearance(CASE, ONE, clearance.name());
        world.accepted(officer(YANJI_FA, 1), ask(ONE));
        var issued =
                (SecretEvent.SecretIssued)
                        world.accepted(officer(YANJI_FA, 2), issue(ONE, 1)).getFirst();
        assertThat(issued.from()).contains(world.now.plus(Duration.ofDays(7)));

        assertThat(world.rejected(officer(clearance.unit()), clear)).isEqualTo(Code.SECRET_WAITING);
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.SECRET_WAITING);
        var hold = new TravellerCommand.ProposeAct(CASE, ONE, world.identityHold(), "a reason");
        assertThat(world.rejected(officer(YANJI_FA), hold)).isEqualTo(Code.SECRET_WAITING);
        assertThat(
                        world.rejected(
                                officer(World.TUMEN_BD),
                                new TravellerCommand.RecordCrossing(
                                        CASE, ONE, CrossingDirection.DEPARTURE)))
                .isIn(Code.SECRET_WAITING, Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_FA, 1), ask(ONE))).isEqualTo(Code.ALREADY_EXISTS);

        world.now = issued.from().orElseThrow();
        world.accepted(officer(clearance.unit()), clear);
    }

    @Test
    void whoever_has_the_old_secret_objects_and_then_only_a_protection_officer_makes_another() {
        var world = World.settling();
        world.accepted(
                officer(YANJI_PS), new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        world.secret(YANJI_FA, ONE);
        var object = new SecretCommand.StopSecret(CASE, ONE, 1, "");
        assertThat(world.rejected(officer(YANJI_FA), object)).isEqualTo(Code.REASON_MISSING);
        assertThat(world.rejected(party(TWO), object)).isEqualTo(Code.NOT_ALLOWED);

        world.accepted(person(), object);

        assertThat(world.state().handling().secret(ONE).orElseThrow().objected()).isTrue();
        assertThat(world.rejected(person(), object)).isEqualTo(Code.NOT_FOUND);
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ProposeAct(CASE, ONE, world.identityHold(), "a reason"));
        assertThat(world.rejected(officer(YANJI_FA, 1), ask(ONE))).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI, 1), ask(ONE));
        assertThat(world.rejected(officer(YANJI_FA, 2), issue(ONE, 2))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_PS, 2), issue(ONE, 2))).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI, 2), issue(ONE, 2));
    }

    @Test
    void a_counter_keeps_nobody_waiting_again_and_again_by_secrets_that_it_takes_back() {
        var world = World.settling();
        for (int request = 1; request <= 2; request++) {
            world.secret(YANJI_FA, ONE);
            world.accepted(
                    officer(YANJI_FA, 3),
                    new SecretCommand.StopSecret(CASE, ONE, request, "the wrong person"));
        }
        assertThat(world.rejection(officer(YANJI_FA, 1), ask(ONE)).about()).isEqualTo("stopped");
        world.secret(YANJI, ONE);
    }

    /** The simulator found it: half of such a secret would be the counter's. */
    @Test
    void a_unit_that_protects_does_not_finish_what_a_counter_began_before_a_claim() {
        var world = World.settling();
        world.accepted(officer(YANJI_FA, 1), ask(ONE));
        world.accepted(
                new Actor.Stranger(), new TravellerCommand.ClaimForAnother(CASE, ONE, "danger"));
        assertThat(world.rejected(officer(YANJI, 2), issue(ONE, 1))).isEqualTo(Code.SUSPENDED);
        world.accepted(
                officer(YANJI, 2), new SecretCommand.StopSecret(CASE, ONE, 1, "begun elsewhere"));
        world.accepted(officer(YANJI, 1), ask(ONE));
        world.accepted(officer(YANJI, 2), issue(ONE, 2));
    }

    @Test
    void nothing_is_erased_while_a_claim_stands_or_a_secret_waits() {
        var world = World.settling();
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, ONE));
        var propose = new ArchiveCommand.ProposeErasure(CASE, "a law", "a reason");
        var byTime = new ArchiveCommand.EraseByRetention(CASE, 1, "a law");
        var clock = new Actor.Clock();
        world.accepted(officer(JILIN, 1), propose);
        var second = new ArchiveCommand.SecondErasure(CASE, "a law", "a reason");
        world.now = world.now.plus(Duration.ofDays(3));

        world.accepted(officer(YANJI_FA, 1), ask(ONE));
        assertThat(world.rejected(officer(JILIN, 2), second)).isEqualTo(Code.SECRET_WAITING);
        assertThat(world.rejected(clock, byTime)).isEqualTo(Code.SECRET_WAITING);
        world.accepted(officer(YANJI_FA, 2), issue(ONE, 1));
        assertThat(world.rejected(officer(JILIN, 2), second)).isEqualTo(Code.SECRET_WAITING);

        world.now = world.now.plus(Duration.ofDays(7));
        var claim = new TravellerCommand.ClaimForAnother(CASE, ONE, "danger");
        world.accepted(new Actor.Stranger(), claim);
        world.pass(3);
        assertThat(world.traveller().isSuspended()).isFalse();
        for (var command : List.of(propose, second)) {
            assertThat(world.rejected(officer(JILIN, 2), command)).isEqualTo(Code.SUSPENDED);
        }
        assertThat(world.rejected(clock, byTime)).isEqualTo(Code.SUSPENDED);
        var own = new ArchiveCommand.EraseOwn(CASE, ONE);
        assertThat(world.rejected(person(), own)).isEqualTo(Code.SUSPENDED);
        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        world.accepted(person(), own);
    }

    @Test
    void an_officer_takes_a_request_back_with_a_reason() {
        var world = World.settling();
        world.secret(YANJI_FA, ONE);
        var back = new SecretCommand.StopSecret(CASE, ONE, 1, "the wrong person");
        assertThat(world.rejected(officer(YANJI_PS), back)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI_FA, 3), back);
        world.accepted(officer(YANJI_FA, 1), ask(ONE));
    }

    @Test
    void while_a_claim_is_open_only_a_protection_officer_makes_a_secret() {
        var world = two();
        world.accepted(officer(YANJI_FA, 1), ask(TWO));
        world.accepted(party(TWO), new TravellerCommand.ClaimProtection(CASE, TWO));
        assertThat(world.rejected(officer(YANJI_FA, 2), issue(TWO, 1))).isEqualTo(Code.SUSPENDED);
        assertThat(world.rejected(officer(YANJI_FA, 1), ask(TWO))).isEqualTo(Code.SUSPENDED);
        world.now = world.now.plus(Duration.ofDays(2));

        world.secret(YANJI, TWO);

        assertThat(world.traveller(TWO).secretIssued()).isTrue();
    }

    @Test
    void a_first_secret_of_somebody_who_is_live_waits_as_well() {
        var child =
                World.child(
                        TWO,
                        new Purpose("return"),
                        List.of(new Guardian("first", Optional.of(ONE))));
        var world =
                new World()
                        .applied(adult(ONE, "KP", new Purpose("return"), Facts.NONE), child)
                        .confirmed();
        world.accepted(
                person(),
                new TravellerCommand.MeetSafeguard(
                        CASE, TWO, new Safeguard.Consent(0, "own secret")));
        world.secret(YANJI_FA, TWO);
        assertThat(world.state().handling().secret(TWO).orElseThrow().isWaiting(world.now))
                .isTrue();
        assertThat(world.rejected(person(), new SecretCommand.StopSecret(CASE, TWO, 1, "")))
                .isEqualTo(Code.SECRET_UNPROVED);
        world.accepted(
                officer(YANJI_FA, 3), new SecretCommand.StopSecret(CASE, TWO, 1, "her mistake"));
        world.accepted(
                officer(YANJI_PS), new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        world.secret(YANJI_FA, TWO);
        world.accepted(person(), new SecretCommand.StopSecret(CASE, TWO, 2, ""));
    }

    @Test
    void whose_secret_is_made_sees_that_and_the_others_do_not() {
        var world = two();
        world.secret(YANJI_FA, TWO);
        assertThat(world.seen(party(TWO)).orElseThrow().secrets()).hasSize(1);
        assertThat(world.seen(party(ONE)).orElseThrow().secrets()).isEmpty();
        assertThat(world.seen(officer(YANJI_FA, 3)).orElseThrow().secrets()).hasSize(1);
    }
}
