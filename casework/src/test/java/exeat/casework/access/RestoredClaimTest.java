package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN;
import static exeat.casework.World.ONE;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.adult;
import static exeat.casework.World.officer;
import static exeat.casework.World.party;
import static exeat.casework.World.person;
import static exeat.casework.access.DisowningTest.disown;
import static exeat.casework.access.DisowningTest.inPerson;
import static exeat.casework.access.DisowningTest.left;
import static exeat.casework.access.DisowningTest.number;
import static exeat.casework.access.DisowningTest.proved;
import static exeat.casework.access.DisowningTest.second;
import static exeat.casework.access.DisowningTest.undoing;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Protection;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A claim that two officers ended in the person's name stands again, and nobody is told of it. */
class RestoredClaimTest {

    /** Two officers say that the person ended their claim before them. */
    private static World ended(World world) {
        int request = number(world) + 1;
        world.accepted(
                officer(YANJI, 3), new TravellerCommand.EndClaimInPerson(CASE, ONE, "a passport"));
        world.accepted(officer(YANJI, 4), second(request));
        assertThat(world.traveller().protectionClaimed()).isFalse();
        return world;
    }

    @Test
    void the_persons_own_claim_stands_again_as_it_was() {
        var world = proved();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        var before = world.traveller().protection().orElseThrow();
        ended(world);
        assertThat(world.traveller().isSuspended()).isFalse();

        world.accepted(person(), disown(1));

        var after = world.traveller().protection().orElseThrow();
        assertThat(world.traveller().isSuspended()).isTrue();
        assertThat(after.own()).isTrue();
        assertThat(after.claims()).isEqualTo(before.claims());
        assertThat(after.until()).isEmpty();
        assertThat(after.unconfirmed()).isEqualTo(before.unconfirmed());
    }

    /** That it ended counts for nothing: later claims stop steps as before. */
    @Test
    void somebody_elses_claim_stands_again_and_its_hours_begin_again() {
        var world = proved();
        world.accepted(new Actor.Stranger(), claim());
        ended(world);
        assertThat(world.traveller().protection().orElseThrow().unconfirmed()).isTrue();
        world.now = world.now.plus(Duration.ofDays(10));

        world.accepted(person(), disown(1));

        var after = world.traveller().protection().orElseThrow();
        assertThat(after.unconfirmed()).isFalse();
        assertThat(after.own()).isFalse();
        assertThat(world.traveller().isSuspended()).isTrue();
        assertThat(after.until()).contains(world.now.plus(Protection.MAX_SUSPENSION));
        assertThat(after.hearing().orElseThrow().since()).isEqualTo(world.now);
        world.now = world.now.plus(Protection.MAX_SUSPENSION);
        world.accepted(new Actor.Clock(), new CaseCommand.CheckDeadlines(CASE));
        assertThat(world.traveller().isSuspended()).isFalse();
    }

    private static TravellerCommand.ClaimForAnother claim() {
        return new TravellerCommand.ClaimForAnother(CASE, ONE, "He hits her.");
    }

    /** What was claimed meanwhile is not lost by it. */
    @Test
    void a_claim_that_was_made_since_stands_beside_the_old_one() {
        var world = proved();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        ended(world);
        world.accepted(new Actor.Stranger(), claim());
        long from = world.traveller().protection().orElseThrow().from();

        world.accepted(person(), disown(1));

        var after = world.traveller().protection().orElseThrow();
        assertThat(after.own()).isTrue();
        assertThat(after.claims()).hasSize(2);
        assertThat(after.until()).isEmpty();
        assertThat(after.from()).as("the block goes on").isEqualTo(from);
    }

    /** Whoever filed saw everything after the false end, and from now on sees nothing new. */
    @Test
    void whoever_filed_is_told_nothing_of_a_claim_that_stands_again() {
        var world = World.settling();
        world.accepted(new Actor.Stranger(), claim());
        ended(world);
        world.accepted(officer(JILIN, 1), inPerson(false));
        var seen = world.seen(person()).orElseThrow();
        long version = seen.past().version(world.sequence());

        world.accepted(officer(JILIN, 2), undoing(1));

        var after = world.seen(person()).orElseThrow();
        assertThat(world.traveller().protectionClaimed()).isTrue();
        assertThat(after.travellers()).isEqualTo(seen.travellers());
        assertThat(after.past().version(world.sequence())).isEqualTo(version);
        assertThat(world.rejected(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE)))
                .isEqualTo(Code.NOT_FOUND);
    }

    /** The person stands before both within a day, as whenever something is asked in person. */
    @Test
    void the_second_officer_who_undoes_it_comes_within_a_day_of_the_first() {
        for (int minutes : List.of(-1, 0)) {
            var world = ended(claimed());
            world.accepted(officer(JILIN, 1), inPerson(false));
            world.now = world.now.plus(Duration.ofHours(24).plusMinutes(minutes));
            if (minutes < 0) {
                world.accepted(officer(JILIN, 2), undoing(1));
            } else {
                assertThat(world.rejected(officer(JILIN, 2), undoing(1))).isEqualTo(Code.NOT_FOUND);
            }
            assertThat(world.traveller().protectionClaimed()).isEqualTo(minutes < 0);
        }
    }

    private static World claimed() {
        var world = World.settling();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        return world;
    }

    /** Two officers heard it from the person: the secret of the filing has no power over it. */
    @Test
    void a_claim_that_two_officers_restored_is_not_taken_back_with_the_secret_of_the_filing() {
        var world = World.settling();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        ended(world);
        world.accepted(officer(JILIN, 1), inPerson(false));
        world.accepted(officer(JILIN, 2), undoing(1));

        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));

        assertThat(world.traveller().isSuspended()).isTrue();
    }

    /** As where a claim stands, and last of all. */
    @Test
    void nothing_is_erased_either_while_a_claim_can_be_restored() {
        var world = proved();
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        ended(world);
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, ONE));
        var propose = new ArchiveCommand.ProposeErasure(CASE, "a law", "a reason");
        assertThat(world.rejected(officer(JILIN, 5), propose)).isEqualTo(Code.SUSPENDED);
        assertThat(world.rejected(person(), new ArchiveCommand.EraseOwn(CASE, ONE)))
                .isEqualTo(Code.SUSPENDED);
    }

    /** A companion sees that the person came back as they saw that they left, and a claim never. */
    @Test
    void a_companion_is_told_of_a_claim_that_stands_again_as_little_as_of_the_claim() {
        for (boolean left : new boolean[] {false, true}) {
            var with = pair(true, left);
            var without = pair(false, left);
            for (var reader : List.of(party(TWO), officer(JILIN, 9), officer(ROOT, 9))) {
                assertThat(with.seen(reader).orElseThrow().travellers())
                        .as(reader + " " + left)
                        .isEqualTo(without.seen(reader).orElseThrow().travellers());
                assertThat(version(with, reader)).isEqualTo(version(without, reader));
            }
            assertThat(Past.toAuditor(with.state()).version(with.sequence()))
                    .isEqualTo(Past.toAuditor(without.state()).version(without.sequence()));
        }
    }

    private static long version(World world, Actor reader) {
        return world.seen(reader).orElseThrow().past().version(world.sequence());
    }

    private static World pair(boolean claimed, boolean leaves) {
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();
        world.secret(YANJI_FA, ONE);
        world.now = world.now.plus(Duration.ofDays(8));
        if (leaves) {
            left(world);
            world.accepted(person(), disown(1));
        }
        if (claimed) {
            world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
            int request = number(world) + 1;
            ended(world);
            world.accepted(person(), disown(request));
        }
        return world;
    }
}
