package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A pack whose purposes are none of those of 1963, from the application to the crossing. */
class OwnPurposesTest {

    private static final Directive EXCHANGE = read();
    private static final AuthorityId BREST = new AuthorityId("c-brest");
    private static final AuthorityId POLICE = new AuthorityId("c-brest-bp");
    private static final Purpose STUDY = new Purpose("study");
    private static final Purpose TRANSIT = new Purpose("airport transit");
    private static final Purpose EMIGRATION = new Purpose("move for good");

    private static Directive read() {
        try {
            return Pack.read(World.folder("rules/src/test/resources/journeys/exchange"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Actor.Officer officer(World world, AuthorityId unit) {
        return new Actor.Officer(
                new OfficerId(unit.text() + ".1"), unit, world.tree().get(unit).function(), true);
    }

    private static Traveller student(Purpose purpose) {
        return new Traveller(
                ONE,
                List.of(new PersonName("Latn", "Le Gall", "Anne")),
                BirthDate.of(LocalDate.of(1930, 5, 1)),
                "FR",
                BREST,
                purpose,
                new Facts(Map.of(World.fact("enrolled"), Value.of(true))),
                List.of(),
                List.of(),
                "fr",
                Optional.empty());
    }

    /** Confirmed by a person who was told this, cleared, and with a paper. */
    private static World authorised(Purpose purpose, Set<Consequence> told) {
        var world = World.under(EXCHANGE).applied(student(purpose));
        world.accepted(World.person(), new TravellerCommand.Confirm(CASE, ONE, told));
        world.cleared(ONE);
        world.accepted(officer(world, BREST), new TravellerCommand.Authorise(CASE, ONE));
        return world;
    }

    private static void record(World world, CrossingDirection direction) {
        world.accepted(
                officer(world, POLICE), new TravellerCommand.RecordCrossing(CASE, ONE, direction));
    }

    @Test
    void somebody_who_studies_abroad_loses_nothing_and_comes_back() {
        var world = authorised(STUDY, Set.of());
        assertThat(world.traveller().finding().orElseThrow().purpose()).isEqualTo(STUDY);
        record(world, CrossingDirection.DEPARTURE);
        assertThat(world.stage()).isEqualTo(Stage.DEPARTED);
        record(world, CrossingDirection.RETURN);
        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
        assertThat(world.events.get(CASE))
                .extracting(recorded -> recorded.event())
                .hasAtLeastOneElementOfType(TravellerEvent.Returned.class);
    }

    @Test
    void a_person_in_transit_loses_nothing_and_the_case_ends_with_the_departure() {
        var world = authorised(TRANSIT, Set.of());
        record(world, CrossingDirection.DEPARTURE);
        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
        var back = new TravellerCommand.RecordCrossing(CASE, ONE, CrossingDirection.RETURN);
        assertThat(world.rejected(officer(world, POLICE), back)).isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void people_who_give_something_up_must_have_been_told_exactly_that() {
        var world = World.under(EXCHANGE).applied(student(EMIGRATION));
        for (var told : List.of(Set.<Consequence>of(), EnumSet.of(Consequence.RESIDENCE))) {
            var confirm = new TravellerCommand.Confirm(CASE, ONE, told);
            assertThat(world.rejected(World.person(), confirm)).isEqualTo(Code.NOT_TOLD);
        }
        // No rule of the pack covers it, so a person decides.
        var told = EnumSet.of(Consequence.RESIDENCE, Consequence.WAY_BACK);
        world.accepted(World.person(), new TravellerCommand.Confirm(CASE, ONE, told));
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
    }

    @Test
    void nobody_applies_for_a_purpose_of_another_pack() {
        var world = World.under(EXCHANGE);
        var apply =
                new exeat.casework.command.CaseCommand.Apply(
                        CASE, World.application(student(new Purpose("trip"))), Map.of(ONE, "hash"));
        var why = world.rejection(new Actor.Stranger(), apply);
        assertThat(why.code()).isEqualTo(Code.BAD_VALUE);
        assertThat(why.about()).isEqualTo("travellers[1].facts.reason-for-travel");
    }
}
