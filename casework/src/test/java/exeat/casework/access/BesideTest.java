package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TREE;
import static exeat.casework.World.TWO;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseHandling.ConflictOfInterest;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.Authority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Of two applications alike, one in which somebody claimed protection for traveller 1 and one in
 * which nobody did: whatever is done with the secret that whoever filed was handed, shows to
 * everybody else in both alike.
 */
class BesideTest {

    private static final TravellerCommand OWN = new TravellerCommand.ClaimProtection(CASE, ONE);
    private static final TravellerCommand END = new TravellerCommand.EndProtectionClaim(CASE, ONE);
    private static final TravellerCommand LEAVE = new TravellerCommand.Withdraw(CASE, ONE);
    private static final TravellerCommand ADMIT =
            new TravellerCommand.Admit(CASE, ONE, new Admission.ToTraveller(TWO));

    /** What the same secret did before, in both. */
    private static final List<List<TravellerCommand>> BEFORE =
            List.of(
                    List.of(),
                    List.of(OWN),
                    List.of(OWN, END),
                    List.of(OWN, ADMIT),
                    List.of(OWN, LEAVE),
                    List.of(OWN, LEAVE, END));

    @Test
    void every_command_with_an_unproved_secret_shows_beside_it_as_without_a_claim() {
        int shown = 0;
        for (var before : BEFORE) {
            for (boolean confirmed : new boolean[] {false, true}) {
                for (boolean heard : new boolean[] {false, true}) {
                    var examples =
                            UnprovedPowerTest.examples(UnprovedPowerTest.filed(confirmed, false));
                    for (var example : examples) {
                        var without = UnprovedPowerTest.filed(confirmed, false);
                        var with =
                                UnprovedPowerTest.claimed(
                                        UnprovedPowerTest.filed(confirmed, false), heard);
                        var of = "%s after %s, heard %s".formatted(example, before, heard);
                        var was = seen(with, party());
                        for (var command : before) {
                            without.give(person(), command);
                            with.give(person(), command);
                        }
                        without.give(person(), example.command());
                        with.give(person(), example.command());
                        isAlike(of, with, without);
                        shown += seen(with, party()).equals(was) ? 0 : 1;
                    }
                }
            }
        }
        // Where nothing ever showed beside it, nothing was compared.
        assertThat(shown).isGreaterThan(50);
    }

    @Test
    void a_claim_at_once_after_the_own_one_of_whoever_filed_shows_to_nobody_beside_it() {
        for (var first : List.of(OWN, LEAVE)) {
            for (var then : List.of(OWN, END, ADMIT, LEAVE)) {
                var without = UnprovedPowerTest.filed(true, false);
                var with = UnprovedPowerTest.filed(true, false);
                for (var world : List.of(with, without)) {
                    world.give(person(), first);
                }
                UnprovedPowerTest.claimed(with, false);
                isAlike(first + ", claimed", with, without);
                for (var world : List.of(with, without)) {
                    world.give(person(), then);
                }
                isAlike(first + ", claimed, " + then, with, without);
            }
        }
    }

    /** A probe that does no harm: the officer who cleared them is to step aside. */
    @Test
    void that_an_officer_is_to_step_aside_shows_beside_it_as_without_a_claim() {
        var officer = World.officer(World.YANJI_PS);
        for (boolean heard : new boolean[] {false, true}) {
            var without = UnprovedPowerTest.filed(true, false);
            var with = UnprovedPowerTest.filed(true, false);
            for (var world : List.of(with, without)) {
                world.accepted(
                        officer, new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
            }
            UnprovedPowerTest.claimed(with, heard);
            long version = version(with, party());
            var aside =
                    new TravellerCommand.Recuse(
                            CASE, ONE, officer.id(), ConflictOfInterest.AT_ODDS, "a quarrel");
            for (var world : List.of(with, without)) {
                world.accepted(person(), aside);
            }
            isAlike("stepping aside", with, without);
            assertThat(version(with, party())).isGreaterThan(version);
        }
    }

    /** What the other asks for their own part is answered by what they see of the person. */
    @Test
    void who_erases_their_own_part_is_answered_as_without_a_claim() {
        for (boolean heard : new boolean[] {false, true}) {
            for (boolean leaves : new boolean[] {false, true}) {
                var without = UnprovedPowerTest.filed(true, false);
                var with = UnprovedPowerTest.filed(true, false);
                for (var world : List.of(with, without)) {
                    world.secret(World.YANJI_FA, TWO);
                    world.now = world.now.plus(Duration.ofDays(8));
                }
                UnprovedPowerTest.claimed(with, heard);
                for (var world : List.of(with, without)) {
                    if (leaves) {
                        world.accepted(person(), LEAVE);
                    }
                    world.accepted(party(), new TravellerCommand.Withdraw(CASE, TWO));
                    var erase = new ArchiveCommand.EraseOwn(CASE, TWO);
                    if (leaves) {
                        world.accepted(party(), erase);
                    } else {
                        assertThat(world.rejected(party(), erase)).isEqualTo(Code.NOT_ENDED);
                    }
                }
                isAlike("erased, " + leaves, with, without);
            }
        }
    }

    /** Somebody who claimed and then left, hidden, is not told by that answer either. */
    @Test
    void who_erases_their_own_part_does_not_learn_that_the_person_left_hidden() {
        var world = UnprovedPowerTest.filed(true, false);
        world.secret(World.YANJI_FA, ONE);
        world.secret(World.YANJI_FA, TWO);
        world.now = world.now.plus(Duration.ofDays(8));
        world.accepted(person(), OWN);
        world.accepted(person(), LEAVE);
        world.accepted(party(), new TravellerCommand.Withdraw(CASE, TWO));

        assertThat(world.rejected(party(), new ArchiveCommand.EraseOwn(CASE, TWO)))
                .isEqualTo(Code.NOT_ENDED);
    }

    /** The version that others are told goes on by one, however many steps went with the person. */
    @Test
    void no_version_tells_after_an_erasure_how_many_steps_a_claim_had() {
        var without = ended(false);
        var with = ended(true);
        assertThat(with.sequence()).isGreaterThan(without.sequence());
        isAlike("ended", with, without);
        var own = version(with, person());
        for (var world : List.of(with, without)) {
            world.accepted(person(), new ArchiveCommand.EraseOwn(CASE, ONE));
        }
        isAlike("erased", with, without);
        assertThat(audited(with)).isEqualTo(audited(without));
        assertThat(version(with, person())).isEqualTo(own + 1);
        for (var world : List.of(with, without)) {
            world.accepted(party(), new ArchiveCommand.EraseOwn(CASE, TWO));
        }
        isAlike("erased whole", with, without);
        assertThat(audited(with)).isEqualTo(audited(without));
    }

    /** What an older copy brought back is erased again, also where a claim stood in it. */
    @Test
    void no_version_tells_of_a_claim_that_stood_when_a_copy_was_erased_again() {
        var world = UnprovedPowerTest.claimed(UnprovedPowerTest.filed(true, false), false);
        for (int officer : new int[] {1, 2}) {
            world.accepted(
                    World.officer(World.YANJI, officer),
                    new TravellerCommand.HearProtection(CASE, ONE, false, "a card", "not so"));
        }
        long before = version(world, party());
        // It was once not confirmed, so the second one stops no step; nothing more is told of them.
        UnprovedPowerTest.claimed(world, false);
        world.accepted(
                World.officer(World.YANJI_PS),
                new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        assertThat(version(world, party())).isEqualTo(before);
        world.accepted(person(), LEAVE);
        assertThat(version(world, party())).isEqualTo(before + 1);
        world.accepted(new Actor.Clock(), new ArchiveCommand.EraseAgain(CASE, Set.of(ONE), "own"));
        assertThat(version(world, party())).isEqualTo(before + 2);
    }

    private static World travelling() {
        var world = UnprovedPowerTest.filed(true, false);
        world.secret(World.YANJI_FA, ONE);
        world.secret(World.YANJI_FA, TWO);
        world.now = world.now.plus(Duration.ofDays(8));
        return world;
    }

    private static World ended(boolean claimed) {
        var world = travelling();
        if (claimed) {
            world.accepted(person(), OWN);
            world.accepted(person(), END);
        }
        world.accepted(person(), LEAVE);
        world.accepted(party(), new TravellerCommand.Withdraw(CASE, TWO));
        return world;
    }

    private static long audited(World world) {
        return Past.toAuditor(world.state()).version(world.sequence());
    }

    @Test
    void no_version_goes_back_once_the_person_ends_the_claim() {
        var world = UnprovedPowerTest.claimed(UnprovedPowerTest.filed(true, false), true);
        world.accepted(person(), LEAVE);
        long version = version(world, party());
        world.accepted(
                World.officer(World.YANJI, 8),
                new TravellerCommand.EndClaimInPerson(CASE, ONE, "a card"));
        world.accepted(
                World.officer(World.YANJI, 9),
                new TravellerCommand.SecondInPerson(CASE, ONE, 1, "a card"));
        assertThat(world.traveller().protectionClaimed()).isFalse();
        assertThat(version(world, party())).isGreaterThanOrEqualTo(version);
    }

    private static Actor party() {
        return World.party(TWO);
    }

    private static void isAlike(String of, World with, World without) {
        for (var reader : besides(with)) {
            assertThat(seen(with, reader))
                    .as(of + ", to " + reader)
                    .isEqualTo(seen(without, reader));
        }
        // Who travels along has no key to the last view, and reads the state without it.
        var t = Objects.requireNonNull(with.state().travellers().get(ONE));
        var bare = with.state().with(t.withoutLastView());
        var read =
                Disclosure.view(bare, party(), with.tree(), with.today(), with.now).orElseThrow();
        var told = with.seen(party()).orElseThrow();
        assertThat(read.travellers()).as(of + ", read").isEqualTo(told.travellers());
        assertThat(read.past()).as(of + ", read").isEqualTo(told.past());
    }

    /**
     * Who travels along, who filed for others and stays, and officers above the holder who have
     * nothing to do for the person. Nobody else is shown a case: see {@link #isCompared}.
     */
    private static List<Actor> besides(World world) {
        var readers = new ArrayList<Actor>();
        readers.add(party());
        readers.add(World.party(TravellerNo.PRINCIPAL));
        var t = Objects.requireNonNull(world.state().travellers().get(ONE));
        TREE.all().stream()
                .map(Authority::id)
                .filter(unit -> Mandate.mayAct(TREE, unit, world.state().holder()))
                .filter(unit -> !InvolvedUnits.isWorking(world.state(), t, unit, TREE))
                .filter(unit -> !Past.hears(t, unit))
                .map(World::officer)
                .forEach(readers::add);
        return readers;
    }

    /**
     * Whether what a reader is shown of a case is compared here; of an auditor, AuditTwinsIT does
     * it. A new kind of reader, such as a representative whom people appoint, does not compile
     * until somebody has said where.
     */
    private static boolean isCompared(Actor reader) {
        return switch (reader) {
            case Actor.Party _, Actor.Officer _ -> true;
            case Actor.Stranger _, Actor.Auditor _, Actor.Administrator _, Actor.Clock _ -> false;
        };
    }

    @Test
    void whoever_is_not_compared_here_is_shown_no_case() {
        var world = UnprovedPowerTest.claimed(UnprovedPowerTest.filed(true, false), true);
        for (var reader :
                List.of(
                        party(),
                        World.party(TravellerNo.PRINCIPAL),
                        World.officer(World.JILIN),
                        new Actor.Stranger(),
                        new Actor.Clock(),
                        new Actor.Auditor(World.officer(World.ROOT).id(), World.ROOT),
                        new Actor.Administrator(World.officer(World.ROOT).id()))) {
            assertThat(world.seen(reader).isPresent())
                    .as(reader.toString())
                    .isEqualTo(isCompared(reader));
        }
    }

    private static List<Object> seen(World world, Actor reader) {
        return world.seen(reader)
                .map(seen ->
                        List.<Object>of(
                                seen.travellers(),
                                seen.inPerson(),
                                seen.past().version(world.sequence())))
                .orElse(List.of());
    }

    private static long version(World world, Actor reader) {
        return world.seen(reader).orElseThrow().past().version(world.sequence());
    }
}
