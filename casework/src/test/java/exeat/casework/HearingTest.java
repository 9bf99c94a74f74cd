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
import exeat.casework.state.Protection;
import exeat.casework.value.ClaimOutcome;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A hearing takes two protection officers, who each hear the person alone and are told the same.
 * The first tests give the steps of an attacker who is one of them.
 */
class HearingTest {

    private static final TravellerCommand CLEAR =
            new TravellerCommand.CompleteClearance(CASE, ONE, "identity");
    private static final TravellerCommand END = new TravellerCommand.EndProtectionClaim(CASE, ONE);

    /** Somebody filed for themselves on the web, and has that secret alone. */
    private static World filed() {
        return new World()
                .applied(
                        adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                        adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                .confirmed();
    }

    private static World claimed(World world) {
        world.accepted(
                new Actor.Stranger(),
                new TravellerCommand.ClaimForAnother(CASE, ONE, "He hits her."));
        return world;
    }

    private static TravellerCommand heard(boolean confirmed) {
        return new TravellerCommand.HearProtection(CASE, ONE, confirmed, "a passport", "Hers.");
    }

    private static Protection protection(World world) {
        return world.traveller().protection().orElseThrow();
    }

    private static void hours(World world, int hours) {
        for (int i = 0; i < hours; i++) {
            world.now = world.now.plus(Duration.ofHours(1));
            world.accepted(new Actor.Clock(), new CaseCommand.CheckDeadlines(CASE));
        }
    }

    private static AuthorityId hearing(World world) {
        return world.traveller().hearingUnit().orElseThrow();
    }

    @Test
    void
            one_protection_officer_who_claims_and_hears_alone_stops_nobody_for_longer_than_the_hours() {
        var world = claimed(filed());

        world.accepted(officer(YANJI), heard(true));

        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.SUSPENDED);
        assertThat(world.rejected(officer(YANJI), heard(true))).isEqualTo(Code.SECOND_OFFICER);
        hours(world, 72);
        assertThat(world.traveller().isSuspended()).isFalse();
        world.accepted(officer(YANJI_PS), CLEAR);
        // Another claim at the door does not give them the hours again.
        claimed(world);
        assertThat(world.traveller().isSuspended()).isFalse();
    }

    @Test
    void one_protection_officer_who_hears_nobody_takes_no_claim_from_a_person() {
        var world = claimed(filed());
        hours(world, 70);

        var events = world.accepted(officer(hearing(world)), heard(false));

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProtectionEvent.ProtectionHeardOnce.class,
                        once -> assertThat(once.confirmed()).isFalse());
        assertThat(world.traveller().isSuspended()).isTrue();
        assertThat(protection(world).unconfirmed()).isFalse();
        assertThat(world.rejected(officer(YANJI_PS), CLEAR)).isEqualTo(Code.NOT_ALLOWED);
        // It has no more effect than if nobody had heard them: steps go on after three days.
        hours(world, 2);
        assertThat(world.traveller().isSuspended()).isFalse();
        assertThat(protection(world).outcomes()).contains(List.of(ClaimOutcome.NOT_HEARD));
        // And whoever hears them next may still be told that it is so.
        world.accepted(officer(hearing(world), 2), heard(true));
        assertThat(world.traveller().isSuspended()).isTrue();
        world.accepted(officer(hearing(world), 3), heard(true));
        assertThat(protection(world).outcomes()).contains(List.of(ClaimOutcome.CONFIRMED));
    }

    @Test
    void the_second_is_no_one_tied_to_the_first_who_had_a_part_or_whose_unit_decided() {
        var world = World.settling();
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.ProposeAct(CASE, ONE, world.identityHold(), "a reason"));
        world.accepted(
                officer(YANJI, 4), new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED));
        claimed(world);
        assertThat(world.rejected(officer(YANJI, 4), heard(true))).isEqualTo(Code.NOT_INDEPENDENT);

        world.accepted(officer(YANJI, 1), heard(true));

        assertThat(world.rejected(standsIn(YANJI, 3, 1), heard(true)))
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(YANJI, 2), heard(true))).isEqualTo(Code.NOT_INDEPENDENT);
        hours(world, 24);
        assertThat(hearing(world)).isEqualTo(JILIN);
        assertThat(world.rejected(officer(YANJI, 2), heard(true))).isEqualTo(Code.NOT_FOUND);
        world.accepted(officer(JILIN), heard(true));
        assertThat(protection(world).own()).isTrue();
    }

    private static Actor.Officer standsIn(AuthorityId unit, int n, int forWhom) {
        var first = officer(unit, forWhom).id();
        var other = officer(unit, n);
        var duty = new Actor.Duty(false, Optional.of(first), Set.of(first));
        return new Actor.Officer(other.id(), other.unit(), other.function(), true, false, duty);
    }

    @Test
    void where_two_are_told_different_things_a_third_hears_the_person() {
        for (boolean third : new boolean[] {true, false}) {
            var world = claimed(filed());
            world.accepted(officer(YANJI, 1), heard(false));
            world.accepted(officer(YANJI, 2), heard(true));
            assertThat(world.traveller().isSuspended()).isTrue();
            assertThat(protection(world).own()).isFalse();

            var events = world.accepted(officer(YANJI, 3), heard(third));

            assertThat(events).singleElement().isInstanceOf(ProtectionEvent.ProtectionHeard.class);
            assertThat(world.traveller().isSuspended()).isEqualTo(third);
            assertThat(world.traveller().hearingUnit()).isEmpty();
            assertThat(protection(world).heardOnce()).isEmpty();
        }
    }

    @Test
    void who_is_to_be_heard_again_goes_up_after_a_day_from_the_first_hearing() {
        var world = claimed(filed());
        hours(world, 20);
        world.accepted(officer(YANJI), heard(true));
        hours(world, 23);
        assertThat(hearing(world)).isEqualTo(YANJI);
        hours(world, 1);
        assertThat(hearing(world)).isEqualTo(JILIN);
        var seen = (Disclosure.ToHear) seen(world, officer(JILIN));
        assertThat(seen.protection().heardOnce())
                .singleElement()
                .satisfies(one -> assertThat(one.by()).isEqualTo(officer(YANJI).id()));
    }

    private static Disclosure.TravellerSeen seen(World world, Actor actor) {
        var seen = world.seen(actor).orElseThrow();
        return java.util.Objects.requireNonNull(seen.travellers().get(ONE));
    }

    @Test
    void what_one_officer_heard_shows_to_nobody_beside_the_person_and_whoever_filed() {
        var world = claimed(filed());
        var own = world.seen(person()).orElseThrow();
        var beside = world.seen(party(TWO)).orElseThrow();
        long version = own.past().version(world.sequence());

        world.accepted(officer(YANJI), heard(true));

        var after = world.seen(person()).orElseThrow();
        assertThat(after.travellers()).isEqualTo(own.travellers());
        assertThat(after.past().version(world.sequence())).isEqualTo(version);
        assertThat(world.seen(party(TWO)).orElseThrow().travellers())
                .isEqualTo(beside.travellers());
    }

    @Test
    void whoever_claimed_it_with_the_secret_of_the_filing_ends_it_until_two_officers_heard_them() {
        var world = filed();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        world.accepted(officer(YANJI), heard(true));
        hours(world, 200);
        assertThat(world.traveller().isSuspended()).isTrue();

        world.accepted(person(), END);

        assertThat(world.traveller().isSuspended()).isFalse();
        world.accepted(officer(YANJI_PS), CLEAR);
        world.accepted(officer(hearing(world)), heard(true));
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        world.accepted(person(), END);
        assertThat(world.traveller().isSuspended()).isTrue();
        hours(world, 500);
        assertThat(world.traveller().isSuspended()).isTrue();
    }

    @Test
    void whoever_claims_beside_another_and_ends_it_is_stopped_for_three_days_at_most() {
        var world = claimed(filed());
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        hours(world, 100);
        assertThat(world.traveller().isSuspended()).isTrue();

        world.accepted(person(), END);
        hours(world, 72);

        assertThat(world.traveller().isSuspended()).isFalse();
    }

    @Test
    void what_somebody_claimed_who_can_end_it_needs_one_hearing() {
        var world = new World();
        world.accepted(
                officer(YANJI_FA),
                new CaseCommand.Apply(
                        CASE,
                        World.entered(
                                World.application(
                                        adult(ONE, "KP", new Purpose("return"), Facts.NONE)),
                                YANJI_FA),
                        java.util.Map.of()));
        world.secret(YANJI_FA, ONE).confirmed();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));

        world.accepted(officer(YANJI), heard(true));

        assertThat(world.traveller().hearingUnit()).isEmpty();
        assertThat(protection(world).heardOnce()).isEmpty();
        world.accepted(person(), END);
        assertThat(world.traveller().isSuspended()).isFalse();
    }
}
