package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.adult;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.access.InvolvedUnits;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Guardian;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Anybody can type a name: until somebody was seen, a filing is about nobody in particular. */
class UnprovedIdentityTest {

    private static List<String> open(World world, TravellerNo no) {
        return world.traveller(no).openClearances().stream()
                .map(TravellerState.Clearance::name)
                .toList();
    }

    @Test
    void what_a_stranger_filed_and_confirmed_reaches_only_who_establishes_identity() {
        var world = World.settling();

        assertThat(open(world, ONE)).containsExactly("identity");
        assertThat(InvolvedUnits.of(world.state(), World.TREE))
                .containsExactlyInAnyOrder(YANJI_FA, YANJI_PS);
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.CLEARANCE_OPEN);

        world.accepted(
                officer(YANJI_PS), new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));

        assertThat(open(world, ONE)).startsWith("exit-formalities").doesNotContain("identity");
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.CLEARANCE_OPEN);
    }

    @Test
    void until_then_no_other_unit_reads_the_name_whoever_is_above() {
        var world = World.settling();
        assertThat(readers(world)).containsExactlyInAnyOrder(YANJI_FA, YANJI_PS);
        world.accepted(
                officer(YANJI_PS), new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        assertThat(readers(world)).contains(YANJI_FA, World.YANJI, World.JILIN);
    }

    /** The units whose officers are shown anything about the person. */
    private static List<AuthorityId> readers(World world) {
        return World.TREE.all().stream()
                .map(Authority::id)
                .filter(unit ->
                        Disclosure.view(
                                        world.state(),
                                        officer(unit),
                                        World.TREE,
                                        world.today(),
                                        world.now)
                                .map(seen -> seen.travellers().get(ONE))
                                .filter(seen ->
                                        !(seen instanceof Disclosure.Hidden)
                                                && !(seen instanceof Disclosure.StageOnly))
                                .isPresent())
                .toList();
    }

    @Test
    void an_adult_called_a_minor_is_seen_before_anything_else_whoever_entered_them() {
        var victim =
                World.child(
                        TWO,
                        new Purpose("return"),
                        List.of(new Guardian("the stranger", Optional.of(ONE))));
        var filed = World.application(adult(ONE, "KP", new Purpose("return"), Facts.NONE), victim);
        var world = new World();
        world.accepted(
                officer(YANJI_FA),
                new CaseCommand.Apply(CASE, World.entered(filed, YANJI_FA), Map.of()));
        world.accepted(
                person(),
                new TravellerCommand.MeetSafeguard(
                        CASE, TWO, new Safeguard.Consent(0, "own secret")));

        assertThat(open(world, TWO)).containsExactly("identity");
        world.confirmed();
        assertThat(open(world, ONE)).startsWith("identity", "exit-formalities");
    }

    @Test
    void a_finding_that_stands_again_asks_nobody_for_their_identity_twice() {
        var world = World.settling();
        world.accepted(
                officer(YANJI_PS), new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        world.pass(1);
        assertThat(world.cleared().authorised().traveller().paper()).isPresent();
    }
}
