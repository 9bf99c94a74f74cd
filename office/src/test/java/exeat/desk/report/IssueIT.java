package exeat.desk.report;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.TWO;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.BriefingCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.IssueState;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.IssueId;
import exeat.desk.Forger;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.oversight.Alarm;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import exeat.store.OfficeException;
import exeat.store.batch.WriteVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Issues of officers and travellers, on PostgreSQL: who sees them, and how they proceed. */
@Tag("day")
class IssueIT {

    private static final BriefingId BRIEFING = new BriefingId("prc-1963");

    private final Town town = Town.shared();

    private static IssueId id() {
        return new IssueId(UUID.randomUUID());
    }

    private Issues issues() {
        return town.office.issues();
    }

    private Reply raise(Session session, IssueId id, String text) {
        return issues().raise(session, Town.key(), id, "2.1", text);
    }

    @Test
    void a_traveller_sees_their_own_issue_and_nobody_elses() throws Exception {
        var family =
                town.file(
                        Town.returning(), Town.adult(TWO, "KP", new Purpose("return"), Facts.NONE));
        var me = town.party(family);
        var spouse = Secrets.party(town, family, Secrets.of(town, YANJI_FA, family.id(), TWO));
        var other = town.party(town.confirmed(Town.settling()));
        var mine = id();
        assertThat(raise(me, mine, "Which relations?")).isInstanceOf(Reply.Done.class);

        assertThat(issues().own(me)).extracting(IssueState::id).containsExactly(mine);
        assertThat(issues().own(spouse)).as("of the same application").isEmpty();
        assertThat(issues().own(other)).isEmpty();
        assertThat(issues().own(town.officer(YANJI_FA))).isEmpty();
        assertThat(issues().of(town.officer(YANJI_FA), YANJI_FA))
                .extracting(IssueState::id)
                .contains(mine);
        assertThat(issues().of(town.officer(TUMEN_FA), YANJI_FA)).isEmpty();
        var seen =
                issues().of(town.officer(YANJI_FA), YANJI_FA).stream()
                        .filter(issue -> issue.id().equals(mine))
                        .findFirst()
                        .orElseThrow();
        assertThat(seen.toString()).doesNotContain(family.number());
        for (var session : List.of(spouse, other, town.officer(TUMEN_FA))) {
            assertThat(town.rejected(session, new IssueCommand.EscalateIssue(mine, "theirs")))
                    .isEqualTo(Rejection.Code.NOT_FOUND);
        }
        for (int n = 0; n < 4; n++) {
            assertThat(raise(me, id(), "One more")).isInstanceOf(Reply.Done.class);
        }
        assertThat(raise(me, id(), "Too many")).isInstanceOf(Reply.Rejected.class);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void at_once_no_more_are_raised_than_one_after_the_other() throws Exception {
        var me = town.party(town.confirmed(Town.settling()));
        var replies = new ArrayList<Future<Reply>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 2 * Issues.MAX_OPEN; n++) {
                replies.add(people.submit(() -> raise(me, id(), "Which paper?")));
            }
        }
        int done = 0;
        for (var reply : replies) {
            done += reply.get() instanceof Reply.Done ? 1 : 0;
        }
        assertThat(done).isEqualTo(Issues.MAX_OPEN);
        assertThat(issues().own(me)).hasSize(Issues.MAX_OPEN);
    }

    @Test
    void the_same_key_is_about_the_same_issue_and_another_persons_about_another() {
        var me = town.party(town.confirmed(Town.settling()));
        var other = town.party(town.confirmed(Town.settling()));
        var officer = town.officer(YANJI_FA);
        assertThat(town.office.issues().idOf(me, "k"))
                .isEqualTo(town.office.issues().idOf(me, "k"));
        assertThat(List.of(me, other, officer, town.officer(YANJI_FA, 2)))
                .extracting(session -> town.office.issues().idOf(session, "k"))
                .doesNotHaveDuplicates();
        assertThatThrownBy(() ->
                        town.office
                                .issues()
                                .idOf(town.office.authentication().anonymousSession(), "k"))
                .isInstanceOf(OfficeException.class);
    }

    @Test
    void no_row_makes_an_issue_that_its_session_may_not() throws Exception {
        var me = town.party(town.confirmed(Town.settling()));
        var forger = new Forger(town);
        var key = "issue/" + UUID.randomUUID();
        assertThat(forger.forge(me, key, "issue", "", "issue-raised"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(forger.forge(me, key, "issue", "", "issue-answered"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(forger.forge(town.officer(YANJI_FA), key, "issue", "", "issue-rose"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(
                        forger.forge(
                                town.office.authentication().anonymousSession(),
                                key,
                                "issue",
                                "",
                                "issue-raised"))
                .isEqualTo(WriteVerdict.ACCESS);
        var clock = town.office.authentication().clockSession();
        assertThat(forger.forge(clock, key, "issue", "", "issue-raised"))
                .as("there was no second decision that came out otherwise")
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(forger.forge(town.officer(YANJI_FA), key, "issue", "", "issue-erased"))
                .isEqualTo(WriteVerdict.ACCESS);
        for (var unit : List.of(YANJI_FA, JILIN)) {
            assertThat(
                            forger.forge(
                                    town.officer(unit),
                                    BRIEFING.key(),
                                    "briefing",
                                    "",
                                    "clarified"))
                    .as("only the issuer clarifies")
                    .isEqualTo(WriteVerdict.ACCESS);
        }
    }

    @Test
    void the_issuers_answer_is_for_everybody_and_is_said_once() {
        var id = id();
        town.done(town.officer(YANJI), new IssueCommand.RaiseIssue(id, "2.3", "Both papers?"));
        for (var unit : List.of(JILIN, new exeat.rules.authority.AuthorityId("ne"))) {
            town.done(town.officer(unit), new IssueCommand.EscalateIssue(id, "up"));
        }
        var root = town.officer(ROOT);
        assertThat(town.rejected(root, new IssueCommand.AnswerIssue(id, "Either.")))
                .isEqualTo(Rejection.Code.BAD_VALUE);
        var key = Town.key();
        var done = issues().answer(root, key, id, "Either paper is enough.", Set.of());
        assertThat(done).isInstanceOf(Reply.Done.class);
        assertThat(issues().answer(root, key, id, "Either paper is enough.", Set.of()))
                .isEqualTo(done);
        var said =
                town.office.register().clarifications("prc-1963").stream()
                        .filter(c -> c.words().equals("Either paper is enough."))
                        .toList();
        assertThat(said).hasSize(1);
        int number = said.getFirst().number();
        town.done(
                town.officer(YANJI_FA),
                new BriefingCommand.AcknowledgeClarification(BRIEFING, number));
        var clarified =
                town.office.register().briefing(root, "prc-1963").clarified().get(number - 1);
        assertThat(clarified.acknowledged()).containsOnlyKeys(YANJI_FA);
        assertThat(issues().of(town.officer(YANJI), YANJI))
                .filteredOn(issue -> issue.id().equals(id))
                .allMatch(issue -> issue.answer().isPresent());
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void an_officer_decides_again_only_when_they_have_read_what_changed() {
        var town = Town.alone();
        var unit = town.officer(YANJI_FA);
        var root = town.officer(ROOT);
        var filing = town.confirmed(Town.referred());
        var id = id();
        town.done(root, new IssueCommand.RaiseIssue(id, "2.1", "Cousins?"));
        var directive = town.office.register().directive("prc-1963").orElseThrow();
        var rule =
                directive.rules().stream()
                        .filter(r -> r.paragraph().equals(java.util.Optional.of("2.1")))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(town.office.issues().answer(root, Town.key(), id, "Cousins too.", Set.of(rule)))
                .isInstanceOf(Reply.Done.class);
        assertThat(town.office.register().clarifications("prc-1963"))
                .as("nobody says alone that a rule changes")
                .isEmpty();
        var second = new BriefingCommand.SecondChange(BRIEFING, 1);
        assertThat(town.rejected(root, second)).isEqualTo(Rejection.Code.SECOND_OFFICER);
        var other = town.officer(ROOT, 2);
        assertThat(town.office.issues().confirmChange(other, Town.key(), second))
                .as("who changes a rule has read what they wrote")
                .isInstanceOf(Reply.Done.class);
        assertThat(town.office.register().clarifications("prc-1963")).hasSize(1);
        assertThat(town.office.issues().of(root, ROOT))
                .filteredOn(issue -> issue.id().equals(id))
                .allMatch(issue -> issue.answer().equals(java.util.Optional.of("Cousins too.")));

        var approve =
                new TravellerCommand.ApproveReferred(filing.id(), ONE, "they belong together");
        assertThat(town.rejected(unit, approve)).isEqualTo(Rejection.Code.NOT_BRIEFED);
        var session = town.office.authentication().resume(unit.token()).orElseThrow();
        assertThat(((exeat.casework.command.Actor.Officer) session.actor()).briefed()).isFalse();
        var county = town.office.authentication().signInOfficer("jl.1", "right jl.1").orElseThrow();
        var readers = town.office.officerAccounts().readers(county, directive);
        assertThat(readers.get(YANJI_FA))
                .isNotNull()
                .matches(of -> of.read().isEmpty() && of.missing().size() == 1);
        assertThat(readers).doesNotContainKey(ROOT);
        assertThat(town.office.officerAccounts().readers(town.party(filing), directive)).isEmpty();

        town.done(unit, town.read());
        town.done(unit, approve);
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void an_unanswered_issue_goes_up_by_itself_and_shows_above() {
        var town = Town.alone();
        var filing = town.confirmed(Town.settling());
        var id = id();
        town.office.issues().raise(town.party(filing), Town.key(), id, "2.1", "How long?");
        passDue(town, read(town, town.officer(YANJI_FA), YANJI_FA, id));
        town.office.passTime();
        var county =
                town.office
                        .authentication()
                        .signInOfficer("jl-yanji.1", "right jl-yanji.1")
                        .orElseThrow();
        var risen = read(town, county, YANJI, id);
        assertThat(risen.holder()).isEqualTo(YANJI);
        assertThat(risen.road().orElseThrow().levels().getFirst().late()).isTrue();
        passDue(town, risen);
        var late = town.office.authentication().signInOfficer("jl.1", "right jl.1").orElseThrow();
        assertThat(town.office.reports().overview(late, JILIN).alarms())
                .anyMatch(alarm -> alarm.kind() == Alarm.Kind.ISSUE_LATE);
    }

    private static IssueState read(Town town, Session reader, AuthorityId unit, IssueId id) {
        return town.office.issues().of(reader, unit).stream()
                .filter(issue -> issue.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** To the day after the last of the level that has it; festivals may lie between. */
    private static void passDue(Town town, IssueState issue) {
        var due = issue.road().orElseThrow().levels().getLast().due().orElseThrow();
        var zone = town.office.register().directive("prc-1963").orElseThrow().vocabulary().zone();
        var after = due.plusDays(1).atTime(12, 0).atZone(zone).toInstant();
        town.pass(Duration.between(town.clock().instant(), after));
    }
}
