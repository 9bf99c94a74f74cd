package exeat.casework;

import static exeat.casework.World.JILIN;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.HandingDown;
import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.event.Event;
import exeat.casework.state.BriefingState;
import exeat.casework.state.IssueState;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a directive comes down, and how issues go up. */
class BriefingAndIssuesTest {

    private static final StreamId.BriefingId BRIEFING = new StreamId.BriefingId("prc-1963");
    private static final StreamId.IssueId ISSUE = new StreamId.IssueId(new UUID(0, 9));
    private static final Command READ = BriefingCommand.Acknowledge.asRead(World.DIRECTIVE);
    private static final AuthorityId NORTHEAST = new AuthorityId("ne");

    @Test
    void a_directive_comes_down_level_by_level_to_its_addressees() {
        var world = new World();
        EnactingTest.putInForce(world);
        world.accepted(officer(ROOT), new BriefingCommand.HandDown(BRIEFING));

        assertThat(briefing(world).units())
                .containsKeys(ROOT, NORTHEAST, new AuthorityId("cn-fa"))
                .doesNotContainKeys(new AuthorityId("bj"), JILIN);
        assertThat(world.rejected(officer(NORTHEAST), new BriefingCommand.HandDown(BRIEFING)))
                .isEqualTo(Code.NOT_BRIEFED);
        world.accepted(officer(NORTHEAST), READ);
        world.accepted(officer(NORTHEAST), new BriefingCommand.HandDown(BRIEFING));

        assertThat(briefing(world).units()).containsKey(JILIN);
    }

    @Test
    void a_unit_without_the_directive_learns_who_must_hand_it_on() {
        var world = new World();
        EnactingTest.putInForce(world);
        assertThat(HandingDown.next(briefing(world), World.TREE, ROOT)).contains(NORTHEAST);
        assertThat(HandingDown.before(briefing(world), World.TREE, YANJI_FA))
                .containsExactly(ROOT, NORTHEAST, JILIN, YANJI);
        for (var other : List.of("bj", "bj-fa")) {
            assertThat(HandingDown.before(briefing(world), World.TREE, new AuthorityId(other)))
                    .as("to whom it is not addressed")
                    .isEmpty();
        }

        world.accepted(officer(ROOT), new BriefingCommand.HandDown(BRIEFING));
        assertThat(HandingDown.next(briefing(world), World.TREE, ROOT))
                .as("nothing is left to do")
                .isEmpty();
        assertThat(HandingDown.next(briefing(world), World.TREE, YANJI_FA)).isEmpty();
        assertThat(HandingDown.before(briefing(world), World.TREE, YANJI_FA))
                .containsExactly(NORTHEAST, JILIN, YANJI);
        assertThat(HandingDown.before(briefing(world), World.TREE, NORTHEAST)).isEmpty();
    }

    @Test
    void the_first_officer_acknowledges_for_the_unit_and_each_for_themselves() {
        var world = new World();
        EnactingTest.putInForce(world);
        world.accepted(officer(ROOT, 2), READ);

        var root = Objects.requireNonNull(briefing(world).units().get(ROOT));
        assertThat(root.officers()).hasSize(2);
        assertThat(root.acknowledged()).isPresent();
        assertThat(world.rejected(officer(ROOT, 2), READ)).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(YANJI_FA), READ)).isEqualTo(Code.NOT_FOUND);
    }

    private static Command read(Map<String, BriefingCheck.CheckAnswer> answers) {
        return new BriefingCommand.Acknowledge(BRIEFING, World.DIRECTIVE.ref().hash(), answers);
    }

    @Test
    void an_officer_acknowledges_by_answers_and_a_wrong_one_names_the_paragraph() {
        var world = new World();
        EnactingTest.putInForce(world);
        world.accepted(officer(ROOT), new BriefingCommand.HandDown(BRIEFING));
        var one = BriefingCheck.ask(World.DIRECTIVE, "").getFirst();
        var wrong = new TreeMap<>(BriefingCheck.asRead(World.DIRECTIVE));
        wrong.put(one.id(), new BriefingCheck.CheckAnswer(one.finding().outcome(), "99"));

        var rejection = world.rejection(officer(NORTHEAST), read(wrong));
        assertThat(rejection.code()).isEqualTo(Code.WRONG_ANSWER);
        assertThat(rejection.about())
                .isEqualTo(one.finding().grounds().getFirst().paragraph().number());
        var few = new TreeMap<>(BriefingCheck.asRead(World.DIRECTIVE));
        few.remove(few.firstKey());
        assertThat(world.rejected(officer(NORTHEAST), read(few))).isEqualTo(Code.BAD_VALUE);
        assertThat(world.rejected(officer(NORTHEAST), read(Map.of()))).isEqualTo(Code.BAD_VALUE);
        few.put("case-999", new BriefingCheck.CheckAnswer(one.finding().outcome(), "2.1"));
        assertThat(world.rejected(officer(NORTHEAST), read(few))).isEqualTo(Code.BAD_VALUE);
        var other = BriefingCheck.asRead(World.DIRECTIVE);
        assertThat(
                        world.rejected(
                                officer(NORTHEAST),
                                new BriefingCommand.Acknowledge(BRIEFING, "0".repeat(64), other)))
                .as("of another version")
                .isEqualTo(Code.CHANGED);
        world.accepted(officer(NORTHEAST), READ);
    }

    @Test
    void officers_read_it_again_when_a_clarification_changes_a_rule() {
        var world = new World();
        EnactingTest.putInForce(world);
        world.accepted(officer(ROOT), new BriefingCommand.HandDown(BRIEFING));
        world.accepted(officer(NORTHEAST), READ);
        var explains = new BriefingCommand.Clarify(BRIEFING, ISSUE, "2.1", Set.of(), "As it says.");
        world.accepted(officer(ROOT), explains);
        assertThat(world.rejected(officer(NORTHEAST), READ)).isEqualTo(Code.ALREADY_EXISTS);

        var rule = World.DIRECTIVE.rules().getFirst().id();
        var other = new StreamId.IssueId(new UUID(0, 10));
        byTwo(world, new DirectiveChange.Clarify(other, "2.1", Set.of(rule), "Wider."));
        assertThat(world.rejected(officer(NORTHEAST), new BriefingCommand.HandDown(BRIEFING)))
                .as("what changed is not read")
                .isEqualTo(Code.NOT_BRIEFED);
        world.accepted(officer(NORTHEAST), READ);
        world.accepted(officer(NORTHEAST), new BriefingCommand.HandDown(BRIEFING));
        assertThat(briefing(world).units().get(NORTHEAST))
                .isNotNull()
                .extracting(unit -> unit.acknowledged().isPresent())
                .isEqualTo(true);
    }

    private static void byTwo(World world, DirectiveChange.Clarify clarify) {
        world.accepted(
                officer(ROOT),
                new BriefingCommand.ProposeChange(BRIEFING, clarify, "an issue asks"));
        int number = briefing(world).enactment().orElseThrow().proposal().orElseThrow().number();
        var second = new BriefingCommand.SecondChange(BRIEFING, number);
        assertThat(world.rejected(officer(ROOT), second))
                .as("nobody says alone that a rule changes")
                .isEqualTo(Code.SECOND_OFFICER);
        assertThat(world.rejected(officer(NORTHEAST), second)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(ROOT, 2), second);
    }

    @Test
    void only_the_issuer_puts_a_directive_in_force() {
        assertThat(
                        new World()
                                .rejected(
                                        officer(JILIN),
                                        new BriefingCommand.PutInForce(
                                                BRIEFING, World.DIRECTIVE.ref().hash())))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void an_issue_rises_level_by_level_until_somebody_answers() {
        var world = new World();
        world.accepted(
                officer(YANJI_FA),
                new IssueCommand.RaiseIssue(ISSUE, "2.1", "What counts as kin?"));
        assertThat(issue(world).holder()).isEqualTo(YANJI);

        world.accepted(officer(YANJI), new IssueCommand.EscalateIssue(ISSUE, "we do not know"));
        assertThat(issue(world).holder()).isEqualTo(JILIN);
        var answer = new IssueCommand.AnswerIssue(ISSUE, "Cousins too.");
        assertThat(world.rejected(officer(YANJI), answer)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(JILIN), answer);

        assertThat(issue(world).answer()).contains("Cousins too.");
        assertThat(world.rejected(officer(JILIN), answer)).isEqualTo(Code.WRONG_STAGE);
    }

    @Test
    void an_issue_must_be_about_an_existing_paragraph() {
        assertThat(
                        new World()
                                .rejected(
                                        officer(YANJI_FA),
                                        new IssueCommand.RaiseIssue(ISSUE, "99", "What?")))
                .isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    private static List<Event> pass(World world, LocalDate day) {
        world.now = world.now.plus(ChronoUnit.DAYS.between(world.today(), day), ChronoUnit.DAYS);
        return world.accepted(new Actor.Clock(), new IssueCommand.CheckIssueDeadline(ISSUE));
    }

    @Test
    void an_overdue_issue_goes_up_and_the_delay_counts_against_the_level() {
        var world = new World();
        world.accepted(
                officer(YANJI_FA),
                new IssueCommand.RaiseIssue(ISSUE, "2.1", "What counts as kin?"));
        // Six working days after a Monday, with a Sunday between.
        assertThat(issue(world).due()).contains(LocalDate.of(1963, 9, 9));
        assertThat(pass(world, LocalDate.of(1963, 9, 9))).isEmpty();
        assertThat(issue(world).look()).contains(LocalDate.of(1963, 9, 10));
        pass(world, LocalDate.of(1963, 9, 10));
        assertThat(issue(world).holder()).isEqualTo(JILIN);
        assertThat(issue(world).road().orElseThrow().levels())
                .extracting(IssueState.IssueLevel::late)
                .containsExactly(true, false);
        assertThat(pass(world, LocalDate.of(1963, 9, 12))).isEmpty();
        world.accepted(officer(JILIN), new IssueCommand.EscalateIssue(ISSUE, "nor do we know"));
        pass(world, LocalDate.of(1963, 10, 1));
        assertThat(issue(world).holder()).isEqualTo(ROOT);
        assertThat(issue(world).due()).as("from the top it goes nowhere").isEmpty();
        assertThat(pass(world, LocalDate.of(1963, 12, 1))).isEmpty();
        assertThat(world.rejected(officer(ROOT), new IssueCommand.CheckIssueDeadline(ISSUE)))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void a_traveller_raises_an_issue_and_nobody_is_told_who_it_was() {
        var world = new World();
        var raise =
                new IssueCommand.RaiseOwnIssue(
                        ISSUE, World.DIRECTIVE.ref(), "3.2", "How quickly?", YANJI_FA);
        assertThat(world.rejected(new Actor.Stranger(), raise)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_FA), raise)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(new Actor.Party(World.CASE, World.ONE), raise);
        assertThat(issue(world).holder()).isEqualTo(YANJI_FA);
        assertThat(issue(world).road().orElseThrow().byTraveller()).isTrue();
        assertThat(Objects.requireNonNull(world.events.get(ISSUE)).toString())
                .doesNotContain(World.CASE.value().toString());
        world.accepted(officer(YANJI_FA), new IssueCommand.EscalateIssue(ISSUE, "asked often"));
        assertThat(issue(world).holder()).isEqualTo(YANJI);
    }

    @Test
    void the_issuer_answers_with_a_clarification_and_every_unit_acknowledges_it() {
        var world = new World();
        EnactingTest.putInForce(world);
        world.accepted(officer(ROOT), new BriefingCommand.HandDown(BRIEFING));
        world.accepted(
                officer(NORTHEAST),
                new IssueCommand.RaiseIssue(ISSUE, "2.1", "What counts as kin?"));
        var rule =
                World.DIRECTIVE.rules().stream()
                        .filter(r -> r.paragraph().equals(Optional.of("2.1")))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var clarify =
                new BriefingCommand.Clarify(BRIEFING, ISSUE, "2.1", Set.of(rule), "Cousins too.");
        assertThat(world.rejected(officer(NORTHEAST), clarify)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(ROOT), clarify))
                .as("what changes a rule takes two")
                .isEqualTo(Code.SECOND_OFFICER);
        for (var wrong :
                List.of(
                        new DirectiveChange.Clarify(ISSUE, "2.1", Set.of("no-such-rule"), "So."),
                        new DirectiveChange.Clarify(ISSUE, "9.9", Set.of(rule), "So."))) {
            assertThat(world.rejected(officer(ROOT), proposing(wrong)))
                    .isEqualTo(Code.NOT_IN_DIRECTIVE);
        }
        var change = new DirectiveChange.Clarify(ISSUE, "2.1", Set.of(rule), "Cousins too.");
        assertThat(world.rejected(officer(NORTHEAST), proposing(change)))
                .isEqualTo(Code.NOT_ALLOWED);
        assertThat(
                        world.rejected(
                                officer(ROOT), new IssueCommand.AnswerIssue(ISSUE, "Cousins too.")))
                .as("the issuer's answer is for everybody")
                .isEqualTo(Code.BAD_VALUE);
        byTwo(world, change);
        var explains =
                new BriefingCommand.Clarify(BRIEFING, ISSUE, "2.1", Set.of(), "Cousins too.");
        assertThat(world.rejected(officer(ROOT), explains)).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(ROOT), proposing(change))).isEqualTo(Code.ALREADY_EXISTS);
        world.accepted(
                officer(ROOT), new IssueCommand.AnswerIssue(ISSUE, "Cousins too.", Optional.of(1)));
        assertThat(issue(world).road().orElseThrow().clarification()).contains(1);

        var said = briefing(world).clarified().getFirst();
        assertThat(said.changesARule()).isTrue();
        var tenure = briefing(world).enactment().orElseThrow().tenure();
        assertThat(tenure.edition(world.today())).isEqualTo("1.1");
        world.accepted(
                officer(NORTHEAST), new BriefingCommand.AcknowledgeClarification(BRIEFING, 1));
        assertThat(briefing(world).clarified().getFirst().acknowledged())
                .containsOnlyKeys(NORTHEAST);
        assertThat(
                        world.rejected(
                                officer(NORTHEAST),
                                new BriefingCommand.AcknowledgeClarification(BRIEFING, 1)))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new BriefingCommand.AcknowledgeClarification(BRIEFING, 1)))
                .as("it was not handed the directive")
                .isEqualTo(Code.NOT_ALLOWED);
    }

    private static BriefingCommand proposing(DirectiveChange change) {
        return new BriefingCommand.ProposeChange(BRIEFING, change, "why");
    }

    private static BriefingState briefing(World world) {
        return (BriefingState) Objects.requireNonNull(world.states.get(BRIEFING));
    }

    private static IssueState issue(World world) {
        return (IssueState) Objects.requireNonNull(world.states.get(ISSUE));
    }
}
