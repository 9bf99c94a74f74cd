package exeat.casework;

import static exeat.casework.World.JILIN;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.Rejection.Code;
import exeat.rules.AuthorityId;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a directive comes down, and how issues go up. */
class BriefingAndIssuesTest {

    private static final StreamId.BriefingId BRIEFING = new StreamId.BriefingId("prc-1963");
    private static final StreamId.IssueId ISSUE = new StreamId.IssueId(new UUID(0, 9));
    private static final AuthorityId NORTHEAST = new AuthorityId("ne");

    @Test
    void a_directive_comes_down_level_by_level_to_its_addressees() {
        var world = new World();
        EnactingTest.putInForce(world);
        world.accepted(officer(ROOT), new Command.HandDown(BRIEFING));

        assertThat(briefing(world).units())
                .containsKeys(ROOT, NORTHEAST, new AuthorityId("cn-fa"))
                .doesNotContainKeys(new AuthorityId("bj"), JILIN);
        assertThat(world.rejected(officer(NORTHEAST), new Command.HandDown(BRIEFING)))
                .isEqualTo(Code.NOT_BRIEFED);
        world.accepted(officer(NORTHEAST), new Command.Acknowledge(BRIEFING));
        world.accepted(officer(NORTHEAST), new Command.HandDown(BRIEFING));

        assertThat(briefing(world).units()).containsKey(JILIN);
    }

    @Test
    void the_first_officer_acknowledges_for_the_unit_and_each_for_themselves() {
        var world = new World();
        EnactingTest.putInForce(world);
        world.accepted(officer(ROOT, 2), new Command.Acknowledge(BRIEFING));

        var root = Objects.requireNonNull(briefing(world).units().get(ROOT));
        assertThat(root.officers()).hasSize(2);
        assertThat(root.acknowledged()).isPresent();
        assertThat(world.rejected(officer(ROOT, 2), new Command.Acknowledge(BRIEFING)))
                .isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(YANJI_FA), new Command.Acknowledge(BRIEFING)))
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void only_the_issuer_puts_a_directive_in_force() {
        assertThat(
                        new World()
                                .rejected(
                                        officer(JILIN),
                                        new Command.PutInForce(
                                                BRIEFING, World.DIRECTIVE.ref().hash())))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void an_issue_rises_level_by_level_until_somebody_answers() {
        var world = new World();
        world.accepted(
                officer(YANJI_FA), new Command.RaiseIssue(ISSUE, "2.1", "What counts as kin?"));
        assertThat(issue(world).holder()).isEqualTo(YANJI);

        world.accepted(officer(YANJI), new Command.PassUpIssue(ISSUE, "we do not know"));
        assertThat(issue(world).holder()).isEqualTo(JILIN);
        var answer = new Command.AnswerIssue(ISSUE, "Cousins too.");
        assertThat(world.rejected(officer(YANJI), answer)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(JILIN), answer);

        assertThat(issue(world).answer()).contains("Cousins too.");
        assertThat(world.rejected(officer(JILIN), answer)).isEqualTo(Code.WRONG_STAGE);
    }

    @Test
    void an_issue_is_about_a_paragraph_that_there_is() {
        assertThat(
                        new World()
                                .rejected(
                                        officer(YANJI_FA),
                                        new Command.RaiseIssue(ISSUE, "99", "What?")))
                .isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    private static State.BriefingState briefing(World world) {
        return (State.BriefingState) Objects.requireNonNull(world.states.get(BRIEFING));
    }

    private static State.IssueState issue(World world) {
        return (State.IssueState) Objects.requireNonNull(world.states.get(ISSUE));
    }
}
