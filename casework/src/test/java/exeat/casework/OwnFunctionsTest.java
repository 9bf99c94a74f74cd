package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Packs whose functions are none of those of 1963: a health office clears, one police records. */
class OwnFunctionsTest {

    private static final String SEIN =
            "  - {id: c-sein, parent: c, function: municipality, name: Sein}\n";
    private static final Path FOLDER = World.folder("rules/src/test/resources/divided/quarantine");
    private static final Directive QUARANTINE = read(FOLDER, Map.of());
    private static final AuthorityId MINISTRY = new AuthorityId("m");
    private static final AuthorityId COAST = new AuthorityId("c");
    private static final AuthorityId HEALTH = new AuthorityId("c-he");
    private static final AuthorityId CONSULATE = new AuthorityId("c-co");
    private static final AuthorityId BREST = new AuthorityId("c-brest");
    private static final AuthorityId POLICE = new AuthorityId("c-brest-bp");

    /** A pack with some texts of its authorities replaced. */
    private static Directive read(Path folder, Map<String, String> changes) {
        try {
            var files = new HashMap<>(Pack.files(folder));
            files.computeIfPresent(
                    "authorities.yaml",
                    (_, bytes) -> {
                        var text = new String(bytes, StandardCharsets.UTF_8);
                        for (var change : changes.entrySet()) {
                            assertThat(text).contains(change.getKey());
                            text = text.replace(change.getKey(), change.getValue());
                        }
                        return text.getBytes(StandardCharsets.UTF_8);
                    });
            if (changes.containsKey(SEIN)) {
                files.computeIfPresent(
                        "messages_fr.properties",
                        (_, bytes) ->
                                new String(bytes, StandardCharsets.UTF_8)
                                        .replace("authority.c-sein=Sein\n", "")
                                        .getBytes(StandardCharsets.UTF_8));
            }
            return Pack.read(String.valueOf(folder.getFileName()), files);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Actor.Officer officer(World world, AuthorityId unit, int n) {
        return new Actor.Officer(
                new OfficerId(unit.text() + "." + n),
                unit,
                world.tree().get(unit).function(),
                true);
    }

    private static Traveller sailor(TravellerNo no, boolean sails) {
        return new Traveller(
                no,
                List.of(new PersonName("Latn", "Le Gall", "Anne")),
                BirthDate.of(LocalDate.of(1930, 5, 1)),
                "FR",
                BREST,
                new Purpose("settle"),
                new Facts(Map.of(World.fact("sailor"), Value.of(sails))),
                List.of(),
                List.of(),
                "fr",
                Optional.empty());
    }

    /** Two officers of the units refuse a referred application. */
    private static void refuse(World world, AuthorityId first, AuthorityId second) {
        var propose =
                new TravellerCommand.ProposeAct(
                        CASE, ONE, new TwoOfficerAct.Refuse(), "not a sailor");
        world.accepted(officer(world, first, 1), propose);
        Hearings.pass(world, 1);
        world.accepted(
                officer(world, second, 2),
                new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED));
    }

    private static AuthorityId appealed(World world) {
        var against = new AppealSubject.Refusal();
        world.accepted(World.person(), new TravellerCommand.Appeal(CASE, ONE, against, "I row"));
        return world.traveller().appeals().getFirst().reviewer();
    }

    @Test
    void a_health_office_clears_and_the_border_police_alone_records_the_crossing() {
        var world = World.under(QUARANTINE).applied(sailor(ONE, true)).confirmed();
        assertThat(world.state().holder()).isEqualTo(BREST);
        assertThat(world.traveller().openClearances())
                .extracting(TravellerState.Clearance::unit)
                .containsExactly(CONSULATE);
        world.accepted(officer(world, CONSULATE, 1), clear("identity"));
        assertThat(world.rejected(officer(world, CONSULATE, 1), clear("health")))
                .isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(world, HEALTH, 1), clear("health"));
        world.accepted(officer(world, BREST, 1), new TravellerCommand.Authorise(CASE, ONE));
        var out = new TravellerCommand.RecordCrossing(CASE, ONE, CrossingDirection.DEPARTURE);
        assertThat(world.rejected(officer(world, HEALTH, 1), out)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(world, POLICE, 1), out);
        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
        assertThat(world.traveller().parts()).hasSize(1);
    }

    private static Command clear(String name) {
        return new TravellerCommand.CompleteClearance(CASE, ONE, name);
    }

    @Test
    void a_municipalitys_decision_is_reviewed_above_it_if_nobody_below_decides() {
        var world = World.under(QUARANTINE).applied(sailor(ONE, false)).confirmed();
        refuse(world, BREST, BREST);
        assertThat(appealed(world)).isEqualTo(COAST);
        var decide = new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "she rows");
        assertThat(world.rejected(officer(world, BREST, 3), decide)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(world, COAST, 1), decide);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void what_the_region_agreed_to_is_reviewed_above_the_region() {
        var world = World.under(QUARANTINE).applied(sailor(ONE, false)).confirmed();
        refuse(world, BREST, COAST);
        assertThat(appealed(world)).isEqualTo(MINISTRY);
    }

    @Test
    void what_the_issuer_agreed_to_is_reviewed_by_another() {
        var world = World.under(QUARANTINE).applied(sailor(ONE, false)).confirmed();
        refuse(world, BREST, MINISTRY);
        assertThat(appealed(world)).isEqualTo(COAST);
    }

    /** Nobody reviews here but the municipality, which decides, and the ministry. */
    private static World alone(Traveller... travellers) {
        var alone =
                read(
                        FOLDER,
                        Map.of(
                                "region, roles: [supervises, reviews appeals, protects]",
                                "region, roles: [supervises, protects]",
                                SEIN,
                                ""));
        return World.under(alone).applied(travellers).confirmed();
    }

    @Test
    void nobody_seconds_a_decision_that_nobody_could_then_review() {
        var world = alone(sailor(ONE, false));
        var propose =
                new TravellerCommand.ProposeAct(
                        CASE, ONE, new TwoOfficerAct.Refuse(), "not a sailor");
        world.accepted(officer(world, BREST, 1), propose);
        var second = new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED);
        assertThat(world.rejected(officer(world, MINISTRY, 1), second))
                .isEqualTo(Code.NOT_INDEPENDENT);
        Hearings.pass(world, 1);
        world.accepted(officer(world, COAST, 1), second);
        assertThat(appealed(world)).isEqualTo(MINISTRY);
    }

    @Test
    void a_file_does_not_go_up_to_the_unit_that_reviews_in_it() {
        var late = alone(sailor(ONE, false));
        late.pass(30);
        assertThat(late.state().holder()).isEqualTo(MINISTRY);

        var world = alone(sailor(ONE, false), sailor(TWO, false));
        world.accepted(
                World.party(TWO),
                new TravellerCommand.Confirm(CASE, TWO, EnumSet.allOf(Consequence.class)));
        refuse(world, BREST, BREST);
        assertThat(appealed(world)).isEqualTo(MINISTRY);
        world.pass(30);
        assertThat(world.traveller(TWO).stage()).isEqualTo(Stage.REFERRED);
        assertThat(world.state().holder()).isEqualTo(BREST);
    }

    @Test
    void a_post_whose_function_changed_records_no_second_part_of_a_crossing() {
        var world = World.returning().cleared().authorised();
        var out = new TravellerCommand.RecordCrossing(CASE, ONE, CrossingDirection.DEPARTURE);
        world.accepted(officer(world, World.TUMEN_BD, 1), out);
        world.directive = swappedPosts();
        assertThat(world.rejected(officer(world, World.TUMEN_BD, 1), out))
                .isEqualTo(Code.NOT_INDEPENDENT);
        assertThat(world.rejected(officer(world, World.TUMEN_CU, 1), out))
                .isEqualTo(Code.ALREADY_EXISTS);
    }

    /** The pack of 1963 in which the two posts of Tumen have each other's function. */
    private static Directive swappedPosts() {
        return read(
                World.folder("directives/prc-1963"),
                Map.of(
                        "{id: jl-tumen-bd, parent: jl-tumen, function: border defence",
                        "{id: jl-tumen-bd, parent: jl-tumen, function: customs",
                        "{id: jl-tumen-cu, parent: jl-tumen, function: customs",
                        "{id: jl-tumen-cu, parent: jl-tumen, function: border defence"));
    }
}
