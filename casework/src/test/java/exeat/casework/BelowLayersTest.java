package exeat.casework;

import static exeat.casework.World.DIRECTIVE;
import static exeat.casework.World.lawyer;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.LayersAbove;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.OpenChoice;
import exeat.casework.state.DueDays;
import exeat.casework.state.Stage;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.Guardian;
import exeat.casework.value.RulePair;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A local directive depends on the versions in force above it, and on nothing else. */
class BelowLayersTest {

    private static final String LAYERS = "rules/src/test/resources/layers/";
    private static final Directive ABOVE = read("d", "d", Map.of("model: true\n", ""));
    private static final String APPEARANCES = "<outputEntry><text>1</text></outputEntry>";

    private static Directive read(String folder, String id, Map<String, String> inRecord) {
        try {
            return Pack.read(id, files(folder, "record.yaml", inRecord));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Map<String, byte[]> files(
            String folder, String file, Map<String, String> changes) throws PackException {
        var files = new HashMap<>(Pack.files(World.folder(LAYERS + folder)));
        files.computeIfPresent(file, (_, bytes) -> changed(bytes, changes));
        files.computeIfPresent(
                "extends/d/" + file, (_, bytes) -> changed(bytes, Map.of("model: true\n", "")));
        return files;
    }

    private static byte[] changed(byte[] bytes, Map<String, String> changes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        for (var change : changes.entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A local pack without anything of its own, as far as it names its parent. */
    private static Directive local(String naming) {
        return read(
                "d/d5-zone",
                "d5-zone",
                Map.of("model: true\n", "", "extends: d\n", "extends: " + naming + "\n"));
    }

    private static String pin(DirectiveRef ref) {
        return "{pack: d, version: \"" + ref.version() + "\", hash: " + ref.hash() + "}";
    }

    @Test
    void a_version_that_does_not_name_its_parent_exactly_stays_out_of_force() {
        var local = local("d");
        assertThat(rejection(local, Set.of(ABOVE.ref())))
                .isEqualTo(new Rejection(Code.PARENT_NOT_NAMED, "d"));
    }

    @Test
    void a_version_is_put_in_force_below_exactly_the_version_that_it_names() {
        var local = local(pin(ABOVE.ref()));
        assertThat(local.parsed().isPinned()).isTrue();
        var another = new DirectiveRef("d", "1", "f".repeat(64));
        assertThat(rejection(local, Set.of()))
                .isEqualTo(new Rejection(Code.PARENT_NOT_IN_FORCE, "d"));
        assertThat(rejection(local, Set.of(another)))
                .isEqualTo(new Rejection(Code.PARENT_NOT_IN_FORCE, "d"));
        // The only remaining difference is its time zone, which adds a restriction.
        assertThat(rejection(local, Set.of(ABOVE.ref())))
                .isEqualTo(new Rejection(Code.NOT_PROVED, "7"));
    }

    private static Rejection rejection(Directive local, Set<DirectiveRef> inForce) {
        var world = World.under(local);
        world.force =
                new DirectiveContext(
                        DirectiveStatus.NEVER_IN_FORCE,
                        Optional.empty(),
                        Optional.of(Prover.of(local)),
                        Map.of(),
                        new LayersAbove(inForce, List.of()));
        var stream = new StreamId.BriefingId(local.ref().id());
        var pairs = RulePair.of(local).stream().map(RulePair::hash).collect(Collectors.toSet());
        var sign = new BriefingCommand.SignRules(stream, local.ref().hash(), pairs);
        var root = local.authorities().root().id();
        for (int n = 1; n <= 2; n++) {
            world.accepted(of(lawyer(n), root), sign);
        }
        var officer = of(officer(World.ROOT), root);
        return world.rejection(officer, new BriefingCommand.PutInForce(stream, local.ref().hash()));
    }

    private static Actor.Officer of(Actor.Officer somebody, AuthorityId unit) {
        return new Actor.Officer(somebody.id(), unit, somebody.function(), true, somebody.lawyer());
    }

    @Test
    void while_nothing_is_proved_a_finding_stands_only_if_it_is_as_good_as_the_one_above() {
        assertThat(found(DIRECTIVE).outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        // Above they come twice: here it is better.
        var heavier = above(APPEARANCES, APPEARANCES.replace('1', '2'));
        assertThat(found(heavier).outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
    }

    @Test
    void if_the_finding_above_is_better_it_is_given_whole() {
        var lighter = above(APPEARANCES, APPEARANCES.replace('1', '0'));
        var finding = found(lighter);
        assertThat(finding.outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(finding.directive()).isEqualTo(lighter.ref());
        assertThat(finding.burden().appearances()).isZero();
    }

    @Test
    void until_somebody_chooses_between_findings_of_which_neither_is_as_good_a_person_decides() {
        var finding = found(shorter());
        assertThat(finding.outcome()).isEqualTo(Outcome.REFER);
        assertThat(finding.directive()).isEqualTo(DIRECTIVE.ref());
        assertThat(finding.burden().appearances()).isEqualTo(1);
    }

    private static final String VALIDITY = "<outputEntry><text>180</text></outputEntry>";

    /** Under it people come once less, and their paper is valid for half as long. */
    private static Directive shorter() {
        return above(
                APPEARANCES,
                APPEARANCES.replace('1', '0'),
                VALIDITY,
                VALIDITY.replace("180", "90"));
    }

    @Test
    void if_neither_finding_is_as_good_as_the_other_the_traveller_chooses() {
        var other = shorter();
        var world = world(other);
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        world.accepted(World.person(), choose(other.ref()));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().finding().orElseThrow())
                .isEqualTo(other.decide(world.traveller().finding().orElseThrow().facts()));
        assertThat(world.traveller().finding().orElseThrow().burden().validityDays()).isEqualTo(90);
        assertThat(world.traveller().openClearances()).isNotEmpty();
        assertThat(world.rejection(World.person(), choose(DIRECTIVE.ref())).code())
                .as("it is decided")
                .isEqualTo(Code.WRONG_STAGE);

        var local = world(other);
        local.accepted(World.person(), choose(DIRECTIVE.ref()));
        assertThat(local.stage()).isEqualTo(Stage.APPROVED);
        assertThat(local.traveller().finding().orElseThrow().burden().appearances()).isEqualTo(1);
    }

    @Test
    void nobody_else_chooses_and_nothing_else_can_be_chosen() {
        var other = shorter();
        var world = world(other);
        assertThat(world.rejection(officer(world.state().holder()), choose(other.ref())))
                .isEqualTo(new Rejection(Code.NOT_ALLOWED, "actor"));
        var another = new DirectiveRef("prc-1963", "1", "f".repeat(64));
        assertThat(world.rejection(World.person(), choose(another)))
                .isEqualTo(new Rejection(Code.NOT_FOUND, "directive"));
        world.force = force(List.of());
        assertThat(world.rejection(World.person(), choose(other.ref())))
                .as("the local directive is proved again")
                .isEqualTo(new Rejection(Code.NOT_FOUND, "directive"));
    }

    @Test
    void there_is_nothing_to_choose_where_one_finding_is_as_good_as_every_other() {
        var lighter = above(APPEARANCES, APPEARANCES.replace('1', '0'));
        assertThat(choices(world(lighter))).isEmpty();
        assertThat(choices(world(shorter())))
                .extracting(finding -> finding.directive())
                .containsExactly(DIRECTIVE.ref(), shorter().ref());
    }

    @Test
    void officers_do_not_refuse_whom_a_choice_would_approve() {
        var world = world(shorter());
        var refuse =
                new TravellerCommand.ProposeAct(
                        World.CASE, World.ONE, new TwoOfficerAct.Refuse(), "no");
        assertThat(world.rejection(officer(world.state().holder()), refuse))
                .isEqualTo(new Rejection(Code.NEVER_UNDER_APPROVAL, "act"));
        world.force = force(List.of());
        world.accepted(officer(world.state().holder()), refuse);
    }

    @Test
    void nobody_approves_in_their_place_during_the_first_half_of_the_time_to_decide() {
        var world = world(shorter());
        var approve = new TravellerCommand.ApproveReferred(World.CASE, World.ONE, "it is clear");
        var officer = officer(world.state().holder());
        assertThat(world.rejection(officer, approve))
                .isEqualTo(new Rejection(Code.CHOICE_OPEN, "traveller"));

        var day = decidableFrom(world).orElseThrow();
        var due = new DueDays(world.state(), world.traveller(), DIRECTIVE.limits()).decide();
        assertThat(day).isAfter(world.today()).isBefore(due);
        while (world.today().isBefore(day)) {
            assertThat(world.rejection(officer, approve).code()).isEqualTo(Code.CHOICE_OPEN);
            world.pass(1);
        }
        assertThat(choices(world)).as("the traveller can still choose").hasSize(2);
        world.accepted(officer, approve);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(choices(world)).isEmpty();
    }

    @Test
    void where_nothing_can_be_chosen_an_officer_approves_at_once() {
        var world = World.referred();
        assertThat(decidableFrom(world)).isEmpty();
        world.accepted(
                officer(world.state().holder()),
                new TravellerCommand.ApproveReferred(World.CASE, World.ONE, "it is clear"));
    }

    @Test
    void a_guardian_chooses_for_a_child_and_the_child_does_not() {
        var other = shorter();
        var mother = new Guardian("mother", Optional.of(World.ONE));
        var world = new World();
        world.force = force(List.of(other));
        world.applied(
                World.adult(World.ONE, "CN", new Purpose("settle"), World.routeA()),
                World.person(
                        World.TWO,
                        LocalDate.of(1955, 5, 1),
                        "CN",
                        new Purpose("settle"),
                        World.routeA(),
                        List.of(mother)));
        world.confirmed();
        var consent = new Safeguard.Consent(0, "own secret");
        world.accepted(
                World.person(), new TravellerCommand.MeetSafeguard(World.CASE, World.TWO, consent));
        assertThat(world.traveller(World.TWO).stage()).isEqualTo(Stage.REFERRED);

        var choose = new TravellerCommand.ChooseFinding(World.CASE, World.TWO, other.ref());
        assertThat(world.rejection(World.party(World.TWO), choose))
                .isEqualTo(new Rejection(Code.NOT_ALLOWED, "actor"));
        world.accepted(World.person(), choose);
        assertThat(world.traveller(World.TWO).stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller(World.ONE).stage()).isEqualTo(Stage.REFERRED);
    }

    private static Optional<LocalDate> decidableFrom(World world) {
        return open(world).flatMap(OpenChoice::decidableFrom);
    }

    private static Optional<OpenChoice> open(World world) {
        return Lifecycle.choice(world.state(), world.traveller(), context(world));
    }

    private static Context context(World world) {
        return new Context(world.now, DIRECTIVE, World.person(), Set.of(), "", world.force);
    }

    private static List<Finding> choices(World world) {
        return open(world).map(OpenChoice::findings).orElse(List.of());
    }

    private static TravellerCommand.ChooseFinding choose(DirectiveRef directive) {
        return new TravellerCommand.ChooseFinding(World.CASE, World.ONE, directive);
    }

    private static DirectiveContext force(List<Directive> above) {
        return new DirectiveContext(
                DirectiveStatus.IN_FORCE,
                Optional.of(DIRECTIVE),
                Optional.empty(),
                Map.of(),
                new LayersAbove(
                        above.stream().map(Directive::ref).collect(Collectors.toSet()), above));
    }

    private static World world(Directive above) {
        var world = new World();
        world.force = force(List.of(above));
        return world.applied(World.adult(World.ONE, "CN", new Purpose("settle"), World.routeA()))
                .confirmed();
    }

    private static Finding found(Directive above) {
        var world = world(above);
        assertThat(world.stage()).isIn(Stage.APPROVED, Stage.REFERRED);
        return world.traveller().finding().orElseThrow();
    }

    /** The directive of 1963 with another procedure: each text before the one in its place. */
    private static Directive above(String... changes) {
        try {
            var files = new HashMap<>(Pack.files(World.folder("directives/prc-1963")));
            for (int at = 0; at < changes.length; at += 2) {
                var change = Map.of(changes[at], changes[at + 1]);
                files.computeIfPresent("rules.dmn", (_, bytes) -> changed(bytes, change));
            }
            return Pack.read("prc-1963", files);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
