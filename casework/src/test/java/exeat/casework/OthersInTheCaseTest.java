package exeat.casework;

import static exeat.casework.World.CASE;
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
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseHandling.ConflictOfInterest;
import exeat.casework.state.Stage;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.TravellerNo;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one person in a case can do to the help that another one gets, and to their way back. */
class OthersInTheCaseTest {

    private static final TravellerCommand.ClaimForAnother CLAIM =
            new TravellerCommand.ClaimForAnother(CASE, ONE, "He hits her.");

    private static final TravellerCommand.HearProtection HEARD =
            new TravellerCommand.HearProtection(CASE, ONE, true, "a card", "what she said");

    private static TravellerCommand.Recuse aside(TravellerNo from, Actor.Officer officer) {
        return new TravellerCommand.Recuse(
                CASE, from, officer.id(), ConflictOfInterest.AT_ODDS, "no reason at all");
    }

    private static World couple() {
        var world = new World();
        var two =
                World.application(
                        adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                        adult(TWO, "KP", new Purpose("return"), Facts.NONE));
        world.accepted(
                officer(YANJI_FA),
                new CaseCommand.Apply(CASE, World.entered(two, YANJI_FA), Map.of()));
        return world.secret(YANJI_FA, TWO).confirmed();
    }

    private static Disclosure.TravellerSeen seen(World world, Actor actor) {
        var view = Disclosure.view(world.state(), actor, World.TREE, world.today(), world.now);
        return java.util.Objects.requireNonNull(view.orElseThrow().travellers().get(ONE));
    }

    @Test
    void a_companion_does_not_take_away_who_hears_somebody_and_who_hands_over_their_secret() {
        var hears = officer(YANJI);
        var world = couple();
        world.accepted(party(TWO), new TravellerCommand.ClaimProtection(CASE, TWO));
        world.accepted(
                hears, new TravellerCommand.HearProtection(CASE, TWO, true, "a card", "nothing"));
        world.accepted(party(TWO), new TravellerCommand.EndProtectionClaim(CASE, TWO));
        world.accepted(party(TWO), aside(TWO, hears));

        world.accepted(new Actor.Stranger(), CLAIM);

        assertThat(seen(world, hears)).isInstanceOf(Disclosure.ToHear.class);
        world.accepted(hears, HEARD);
    }

    @Test
    void an_unproved_secret_does_not_take_them_away_either() {
        var hears = officer(YANJI);
        var world = World.settling();
        world.accepted(new Actor.Stranger(), CLAIM);
        world.accepted(hears, HEARD);
        world.give(person(), aside(ONE, hears));

        world.now = world.now.plus(java.time.Duration.ofHours(1));
        world.accepted(
                hears,
                new exeat.casework.command.SecretCommand.AskForSecret(CASE, ONE, "p", "a card"));
    }

    @Test
    void whoever_is_asked_aside_leaves_what_concerns_the_one_who_asked() {
        var police = officer(YANJI_PS);
        var world =
                new World()
                        .applied(
                                adult(ONE, "CN", new Purpose("settle"), World.routeA()),
                                adult(TWO, "CN", new Purpose("settle"), World.routeA()))
                        .confirmed();
        world.accepted(police, new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
        world.accepted(person(), aside(ONE, police));

        assertThat(world.state().handling().isRecused(police.id(), ONE)).isTrue();
        assertThat(world.state().handling().isRecused(police.id(), TWO)).isFalse();
    }

    @Test
    void whoever_comes_back_is_let_in_though_a_claim_stands() {
        var world = World.visiting().cleared().authorised().crossed(CrossingDirection.DEPARTURE);
        var post = officer(World.TUMEN_BD);
        var before = seen(world, post);

        world.accepted(new Actor.Stranger(), CLAIM);

        assertThat(seen(world, post)).isEqualTo(before).isInstanceOf(Disclosure.AtBorder.class);
        assertThat(world.crossed(CrossingDirection.RETURN).stage()).isEqualTo(Stage.CLOSED);
    }
}
