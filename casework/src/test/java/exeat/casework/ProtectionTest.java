package exeat.casework;

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
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Visibility;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.Admission;
import exeat.casework.value.Guardian;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promise 5: a claim to protection is the person's, and must never become an exit ban. */
class ProtectionTest {

    private static final AuthorityId FAR = new AuthorityId("ln-dandong-cu");
    private static final Actor FRIEND = new Actor.Stranger();

    private static TravellerCommand.ClaimForAnother claim() {
        return new TravellerCommand.ClaimForAnother(CASE, ONE, "He hits her.");
    }

    private static TravellerCommand.HearProtection heard(boolean confirmed) {
        return new TravellerCommand.HearProtection(
                CASE, ONE, confirmed, "identity card and three questions", "What she said.");
    }

    /** Two officers of a unit hear the same, each alone with the person. */
    private static void byTwo(World world, AuthorityId unit, boolean confirmed) {
        world.accepted(officer(unit, 5), heard(confirmed));
        world.accepted(officer(unit, 6), heard(confirmed));
    }

    /** Each has a secret that two officers handed over. */
    private static World two() {
        var two =
                World.application(
                        adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                        adult(TWO, "KP", new Purpose("return"), Facts.NONE));
        var world = new World();
        world.accepted(
                officer(YANJI_FA),
                new CaseCommand.Apply(CASE, World.entered(two, YANJI_FA), Map.of()));
        return world.secret(YANJI_FA, ONE).confirmed();
    }

    private static void hours(World world, int hours) {
        world.now = world.now.plus(hours, ChronoUnit.HOURS);
        world.accepted(new Actor.Clock(), new CaseCommand.CheckDeadlines(CASE));
    }

    private static Disclosure.TravellerSeen seen(World world, Actor actor) {
        var seen =
                Disclosure.view(world.state(), actor, World.TREE, world.today(), world.now)
                        .orElseThrow();
        return java.util.Objects.requireNonNull(seen.travellers().get(ONE));
    }

    @Test
    void somebody_elses_claim_stops_steps_for_three_days_and_disclosure_until_the_person_ends_it() {
        var world = two();
        var cleared = new TravellerCommand.CompleteClearance(CASE, ONE, "identity");
        var last = seen(world, party(TWO));
        world.accepted(officer(FAR), claim());

        assertThat(world.rejected(officer(YANJI_PS), cleared)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(seen(world, officer(YANJI_FA))).isEqualTo(new Disclosure.Suspended());
        hours(world, 71);
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.SUSPENDED);

        hours(world, 1);

        world.accepted(officer(YANJI_PS), cleared);
        assertThat(world.traveller().protectionClaimed()).isTrue();
        assertThat(seen(world, officer(YANJI_FA))).isInstanceOf(Disclosure.Whole.class);
        assertThat(seen(world, party(TWO))).isEqualTo(last);
        world.accepted(party(ONE), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        assertThat(world.traveller().protectionClaimed()).isFalse();
    }

    @Test
    void once_one_was_not_confirmed_no_later_claim_by_others_stops_a_step() {
        var world = two();
        world.accepted(FRIEND, claim());
        hours(world, 72);
        world.accepted(party(ONE), new TravellerCommand.EndProtectionClaim(CASE, ONE));

        world.accepted(officer(FAR), claim());

        assertThat(world.traveller().isSuspended()).isFalse();
        assertThat(world.traveller().protectionClaimed()).isTrue();
        world.accepted(
                officer(YANJI_PS), new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
    }

    @Test
    void what_the_person_ends_or_denies_was_not_confirmed() {
        var ended = two();
        ended.accepted(FRIEND, claim());
        ended.accepted(party(ONE), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        ended.accepted(FRIEND, claim());
        assertThat(ended.traveller().isSuspended()).isFalse();

        var denied = two();
        denied.accepted(FRIEND, claim());
        byTwo(denied, YANJI, false);
        assertThat(denied.traveller().isSuspended()).isFalse();
        assertThat(denied.traveller().protectionClaimed()).isTrue();
    }

    @Test
    void what_the_person_confirms_alone_stops_every_step_for_as_long_as_they_wish() {
        var world = two();
        world.accepted(FRIEND, claim());
        byTwo(world, YANJI, true);

        world.pass(400);

        assertThat(world.traveller().isSuspended()).isTrue();
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.SUSPENDED);
    }

    @Test
    void a_confirmed_claim_that_the_person_ends_was_confirmed() {
        for (int late : List.of(0, 72)) {
            var world = two();
            world.accepted(FRIEND, claim());
            hours(world, late);
            byTwo(world, late == 0 ? YANJI : JILIN, true);
            world.accepted(party(ONE), new TravellerCommand.EndProtectionClaim(CASE, ONE));

            world.accepted(FRIEND, claim());

            assertThat(world.traveller().isSuspended()).isTrue();
        }
    }

    @Test
    void what_was_denied_once_stays_so_whatever_is_confirmed_later() {
        var world = two();
        world.accepted(FRIEND, claim());
        byTwo(world, YANJI, false);
        world.accepted(FRIEND, claim());
        world.accepted(officer(YANJI, 2), heard(true));
        world.accepted(officer(YANJI, 3), heard(true));
        world.accepted(party(ONE), new TravellerCommand.EndProtectionClaim(CASE, ONE));

        world.accepted(FRIEND, claim());

        assertThat(world.traveller().isSuspended()).isFalse();
    }

    @Test
    void a_claim_that_lapsed_still_has_its_hearing_and_the_person_can_confirm_it() {
        var world = two();
        world.accepted(FRIEND, claim());
        hours(world, 72);
        assertThat(world.traveller().isSuspended()).isFalse();

        world.accepted(officer(JILIN), heard(true));

        assertThat(world.traveller().isSuspended()).isTrue();
        hours(world, 72);
        assertThat(world.traveller().isSuspended()).isFalse();
        world.accepted(officer(new AuthorityId("ne")), heard(true));
        hours(world, 1000);
        assertThat(world.traveller().isSuspended()).isTrue();
    }

    @Test
    void the_persons_own_claim_no_officer_calls_unconfirmed() {
        var world = two();
        world.accepted(party(ONE), new TravellerCommand.ClaimProtection(CASE, ONE));

        assertThat(world.rejected(officer(YANJI), heard(false))).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI), heard(true));
    }

    /** Of each step of officers: a refusal that differs would tell of the claim. */
    @Test
    void an_officer_who_is_not_told_of_a_claim_is_refused_as_before_it() {
        var without = two();
        var with = two();
        with.accepted(FRIEND, claim());
        for (var command :
                List.of(
                        new TravellerCommand.Authorise(CASE, ONE),
                        new TravellerCommand.ApproveReferred(CASE, ONE, "a reason"),
                        new TravellerCommand.CompleteClearance(CASE, ONE, "identity"),
                        new TravellerCommand.StopAtBorder(CASE, ONE, "a reason"),
                        new TravellerCommand.LiftStop(CASE, ONE, "a reason"),
                        new TravellerCommand.ReleaseHold(CASE, ONE, 1, "a reason"),
                        new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "a reason"),
                        heard(true))) {
            assertThat(with.rejected(officer(JILIN), command))
                    .as(command.toString())
                    .isEqualTo(without.rejected(officer(JILIN), command));
        }
    }

    @Test
    void only_officers_who_protect_there_hear_the_person_and_say_what_identified_them() {
        var world = two();
        world.accepted(FRIEND, claim());

        assertThat(world.rejected(officer(YANJI_FA), heard(true))).isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(YANJI_PS), heard(true))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(JILIN), heard(true))).isEqualTo(Code.NOT_FOUND);
        var unseen = new TravellerCommand.HearProtection(CASE, ONE, true, " ", "words");
        assertThat(world.rejected(officer(YANJI), unseen)).isEqualTo(Code.REASON_MISSING);
        var mute = new TravellerCommand.HearProtection(CASE, ONE, true, "card", " ");
        assertThat(world.rejected(officer(YANJI), mute)).isEqualTo(Code.REASON_MISSING);
    }

    @Test
    void nobody_hears_a_person_about_their_own_units_claim() {
        var world = two();
        world.accepted(officer(YANJI), claim());

        assertThat(world.traveller().hearingUnit()).contains(JILIN);
        assertThat(world.rejected(officer(YANJI), heard(true))).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void a_claim_by_a_stranger_keeps_nobody_from_a_first_secret_once_it_stops_no_step() {
        var world = two();
        world.accepted(FRIEND, new TravellerCommand.ClaimForAnother(CASE, TWO, "He hits her."));
        var asked = new SecretCommand.AskForSecret(CASE, TWO, "part", "her identity card");
        assertThat(world.rejected(officer(YANJI_FA), asked)).isEqualTo(Code.SUSPENDED);

        hours(world, 72);

        world.accepted(officer(YANJI_FA), asked);
    }

    @Test
    void who_asks_for_their_own_part_to_be_erased_learns_of_no_claim_by_another() {
        var world = two();
        world.accepted(party(ONE), new TravellerCommand.Withdraw(CASE, ONE));
        var erase = new ArchiveCommand.EraseOwn(CASE, ONE);
        var without = world.rejected(party(ONE), erase);

        world.accepted(party(TWO), new TravellerCommand.ClaimProtection(CASE, TWO));

        assertThat(world.rejected(party(ONE), erase)).isEqualTo(without);
    }

    @Test
    void no_child_is_withdrawn_in_person_without_those_who_answer_for_it() {
        var world = new World();
        world.applied(
                World.adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                World.child(
                        TWO,
                        new Purpose("return"),
                        List.of(new Guardian("A parent", Optional.of(ONE)))));

        assertThat(
                        world.rejected(
                                officer(YANJI),
                                new TravellerCommand.WithdrawInPerson(CASE, TWO, "a paper")))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void where_nobody_answers_for_a_day_those_above_are_to_hear_the_person() {
        var world = two();
        world.accepted(FRIEND, claim());
        assertThat(seen(world, officer(YANJI))).isInstanceOf(Disclosure.ToHear.class);

        hours(world, 23);
        assertThat(world.traveller().hearingUnit()).contains(YANJI);
        hours(world, 1);
        assertThat(world.traveller().hearingUnit()).contains(JILIN);
        hours(world, 24);
        assertThat(world.traveller().hearingUnit()).contains(new AuthorityId("ne"));
        hours(world, 24);

        assertThat(world.traveller().hearingUnit()).contains(ROOT);
        assertThat(world.traveller().isSuspended()).isFalse();
    }

    @Test
    void every_try_is_answered_alike_whoever_tries_and_however_often() {
        var world = two();
        for (int i = 0; i < 3; i++) {
            for (var actor : List.of(FRIEND, officer(FAR), officer(YANJI_FA), party(TWO))) {
                world.accepted(actor, claim());
            }
            world.accepted(party(ONE), new TravellerCommand.ClaimProtection(CASE, ONE));
        }
        assertThat(world.traveller().isSuspended()).isTrue();
        assertThat(world.rejected(FRIEND, new TravellerCommand.ClaimForAnother(CASE, ONE, " ")))
                .isEqualTo(Code.REASON_MISSING);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA), new TravellerCommand.ClaimProtection(CASE, ONE)))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void the_person_alone_admits_one_recipient_and_nobody_else_sees_more() {
        var world = two();
        var unit = new TravellerCommand.Admit(CASE, ONE, new Admission.ToUnit(YANJI_FA));
        assertThat(world.rejected(party(ONE), unit)).isEqualTo(Code.NOT_FOUND);
        world.accepted(party(ONE), new TravellerCommand.ClaimProtection(CASE, ONE));

        assertThat(world.rejected(party(TWO), unit)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI), unit)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(party(ONE), unit);

        assertThat(seen(world, officer(YANJI_FA))).isInstanceOf(Disclosure.Whole.class);
        assertThat(Visibility.of(world.state(), world.traveller()).units())
                .containsExactly(YANJI_FA);
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.SUSPENDED);
        assertThat(world.rejected(party(ONE), unit)).isEqualTo(Code.ALREADY_EXISTS);
    }

    @Test
    void a_companion_who_is_admitted_sees_what_is_so_and_the_others_what_they_saw_last() {
        var three = new exeat.casework.value.TravellerNo(3);
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE),
                                adult(three, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();
        world.accepted(party(ONE), new TravellerCommand.ClaimProtection(CASE, ONE));
        world.accepted(
                party(ONE), new TravellerCommand.Admit(CASE, ONE, new Admission.ToTraveller(TWO)));
        world.accepted(party(ONE), new TravellerCommand.Withdraw(CASE, ONE));

        assertThat(seen(world, party(TWO)))
                .isInstanceOfSatisfying(
                        Disclosure.NameAndStage.class,
                        who -> assertThat(who.stage()).isEqualTo(Stage.WITHDRAWN));
        assertThat(seen(world, party(three)))
                .isInstanceOfSatisfying(
                        Disclosure.NameAndStage.class,
                        who -> assertThat(who.stage()).isEqualTo(Stage.APPROVED));
    }

    @Test
    void an_officer_who_had_nothing_to_do_with_somebody_is_not_told_of_their_claim() {
        var world = two();
        // The police have traveller 1 to identify, and nothing to do with 2, who is unconfirmed.
        var before =
                Disclosure.view(
                        world.state(), officer(YANJI_PS), World.TREE, world.today(), world.now);
        world.accepted(party(TWO), new TravellerCommand.ClaimProtection(CASE, TWO));
        var after =
                Disclosure.view(
                        world.state(), officer(YANJI_PS), World.TREE, world.today(), world.now);

        assertThat(before.orElseThrow().travellers().get(TWO)).isEqualTo(new Disclosure.Hidden());
        assertThat(after.orElseThrow().travellers()).isEqualTo(before.orElseThrow().travellers());
        assertThat(after.orElseThrow().past().version(world.sequence()))
                .isEqualTo(world.sequence() - 1);
    }

    @Test
    void when_it_has_ended_no_version_counts_what_was_said_of_it() {
        var world = two();
        long before = world.sequence();
        world.accepted(FRIEND, claim());
        byTwo(world, YANJI, true);
        world.accepted(party(ONE), new TravellerCommand.EndProtectionClaim(CASE, ONE));

        var seen = Disclosure.view(world.state(), party(TWO), World.TREE, world.today(), world.now);

        assertThat(seen.orElseThrow().past().version(world.sequence())).isEqualTo(before);
        assertThat(seen.orElseThrow().past().version(before)).isEqualTo(before);
        var own = Disclosure.view(world.state(), party(ONE), World.TREE, world.today(), world.now);
        assertThat(own.orElseThrow().past().version(world.sequence())).isEqualTo(world.sequence());
    }
}
