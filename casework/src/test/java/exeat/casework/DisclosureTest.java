package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TREE;
import static exeat.casework.World.TUMEN_BD;
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
import exeat.casework.access.Disclosure.AtBorder;
import exeat.casework.access.Disclosure.ForWork;
import exeat.casework.access.Disclosure.Hidden;
import exeat.casework.access.Disclosure.NameAndStage;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.access.Disclosure.Whole;
import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who sees what, and whose business a case is. */
class DisclosureTest {

    private static TravellerSeen seen(World world, Actor actor, TravellerNo no) {
        var view =
                Disclosure.view(world.state(), actor, TREE, world.today(), world.now).orElseThrow();
        return Objects.requireNonNull(view.travellers().get(no));
    }

    @Test
    void a_person_sees_all_of_their_own_part_and_the_others_names_and_stages() {
        var world =
                new World()
                        .applied(
                                adult(ONE, "CN", new Purpose("settle"), World.routeA()),
                                adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                        .confirmed();

        assertThat(seen(world, person(), ONE)).isEqualTo(new Whole(world.traveller()));
        assertThat(seen(world, party(TWO), ONE)).isInstanceOf(NameAndStage.class);
    }

    @Test
    void the_holder_sees_all_and_a_clearing_unit_its_own_work() {
        var world = World.settling();

        assertThat(seen(world, officer(YANJI_FA), ONE)).isInstanceOf(Whole.class);
        assertThat(seen(world, officer(YANJI_PS), ONE))
                .isInstanceOfSatisfying(
                        ForWork.class,
                        work ->
                                assertThat(work.clearances())
                                        .extracting(TravellerState.Clearance::name)
                                        .containsExactly("identity"));
    }

    /** With the nationality it would say on which protected fact somebody was approved. */
    @Test
    void a_clearing_unit_is_not_told_what_somebody_wants_to_go_for() {
        var world = World.settling();
        var purpose = world.traveller().traveller().purpose().word();

        assertThat(seen(world, officer(YANJI_FA), ONE).toString()).contains(purpose);
        assertThat(seen(world, officer(YANJI_PS), ONE))
                .isInstanceOf(ForWork.class)
                .asString()
                .doesNotContain(purpose);
    }

    @Test
    void a_border_post_sees_the_person_and_the_paper_once_it_is_issued() {
        var world = World.settling();
        assertThat(
                        Disclosure.view(
                                world.state(), officer(TUMEN_BD), TREE, world.today(), world.now))
                .isEmpty();

        world.cleared().authorised();

        assertThat(seen(world, officer(TUMEN_BD), ONE)).isInstanceOf(AtBorder.class);
        assertThat(seen(world, officer(TUMEN_BD), ONE).toString())
                .doesNotContain("korean", "relations", "Finding");
    }

    @Test
    void a_committee_above_sees_the_person_and_nothing_protected() {
        assertThat(seen(World.settling(), officer(JILIN), ONE).toString())
                .doesNotContain("korean", "ethnicity");
    }

    @Test
    void a_unit_elsewhere_and_a_stranger_see_nothing() {
        var world = World.settling();

        assertThat(
                        Disclosure.view(
                                world.state(),
                                new Actor.Stranger(),
                                TREE,
                                world.today(),
                                world.now))
                .isEmpty();
        assertThat(
                        Disclosure.view(
                                world.state(),
                                officer(new AuthorityId("ln-fa")),
                                TREE,
                                world.today(),
                                world.now))
                .isEmpty();
    }

    @Test
    void an_unconfirmed_traveller_is_hidden_from_units_above() {
        var world = new World().applied(adult(ONE, "CN", new Purpose("settle"), World.routeA()));

        assertThat(seen(world, officer(JILIN), ONE)).isEqualTo(new Hidden());
    }

    @Test
    void the_holder_sees_nothing_that_was_declared_before_it_is_confirmed() {
        var world = new World().applied(adult(ONE, "CN", new Purpose("settle"), World.routeA()));

        assertThat(seen(world, officer(YANJI_FA), ONE).toString())
                .contains("김")
                .doesNotContain("korean", "relations");
        assertThat(seen(world.confirmed(), officer(YANJI_FA), ONE).toString()).contains("korean");
    }

    @Test
    void a_committee_acts_in_its_area_and_a_unit_for_its_function() {
        assertThat(Mandate.scope(TREE, YANJI)).contains(YANJI, YANJI_FA, YANJI_PS);
        assertThat(Mandate.scope(TREE, World.JILIN_FA))
                .contains(World.JILIN_FA, YANJI_FA)
                .doesNotContain(YANJI_PS, YANJI, JILIN);
        for (var unit : TREE.all()) {
            for (var other : TREE.all()) {
                assertThat(Mandate.mayAct(TREE, unit.id(), other.id()))
                        .isEqualTo(Mandate.scope(TREE, unit.id()).contains(other.id()));
            }
        }
    }

    @Test
    void a_unit_with_work_for_one_traveller_sees_nothing_of_the_others() {
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(TWO, "CN", new Purpose("settle"), World.noRoute()))
                        .confirmed();
        world.accepted(
                party(TWO),
                new TravellerCommand.Confirm(CASE, TWO, EnumSet.allOf(Consequence.class)));

        assertThat(seen(world, officer(YANJI_PS), ONE)).isInstanceOf(ForWork.class);
        assertThat(seen(world, officer(YANJI_PS), TWO)).isEqualTo(new Hidden());
    }
}
