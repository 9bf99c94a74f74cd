package exeat.desk.report;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.IssueState;
import exeat.casework.value.StreamId.IssueId;
import exeat.desk.Backstage;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.audit.IntegrityAudit;
import exeat.desk.base.Session;
import exeat.desk.codec.PayloadSealing;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The words of a traveller's issue go with their file, and the issue stays without them. */
class IssueErasureIT {

    private static final Town town = Town.alone();

    private static final String SAID = "Why was my aunt in Pusan asked for, who is ill?";

    private IssueState issue(Session session, AuthorityId unit, IssueId id) {
        return town.office.issues().of(session, unit).stream()
                .filter(issue -> issue.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All that the database holds of an issue, opened with what it holds of keys. */
    private String everything(IssueId id) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            var text = new StringBuilder();
            for (var row :
                    Backstage.rows(
                            superuser,
                            """
                            select t.version, t.state, k.wrapped, p.sequence, p.sealed
                            from exeat.stream t join exeat.stream_key k on k.stream = t.id
                            join exeat.event p on p.stream = t.id and p.sealed is not null
                            where t.key = '%s'
                            """
                                    .formatted(id.key()))) {
                var key =
                        new Vault(Keys.in(town.data))
                                .unwrap(id.key(), row.bytes("wrapped"), Map.of());
                text.append(key.openState(row.number("version"), row.bytes("state")).text())
                        .append(
                                PayloadSealing.event(
                                                key, row.number("sequence"), row.bytes("sealed"))
                                        .map(opened -> opened.plain().text())
                                        .orElse(""));
            }
            return text.toString();
        }
    }

    private long links(IssueId id) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            return Backstage.rows(
                            superuser,
                            """
                            select count(i.by_case) + (
                                select count(*) from exeat.request q where q.stream = t.id
                                    and q.party is not null) as n
                            from exeat.stream t join exeat.issue i on i.stream = t.id
                            where t.key = '%s' group by t.id
                            """
                                    .formatted(id.key()))
                    .getFirst()
                    .number("n");
        }
    }

    @Test
    void the_words_of_an_issue_go_with_the_file_of_whoever_raised_it() throws Exception {
        var filing = Secrets.confirmed(town, Town.settling());
        var me = town.party(filing);
        var mine = new IssueId(UUID.randomUUID());
        var another = new IssueId(UUID.randomUUID());
        var issues = town.office.issues();
        issues.raise(me, Town.key(), mine, "2.1", SAID);
        issues.raise(town.party(town.confirmed(Town.settling())), Town.key(), another, "2.1", SAID);
        var unit = town.officer(YANJI_FA);
        town.done(unit, new IssueCommand.EscalateIssue(mine, "They ask of an aunt in Pusan."));
        assertThat(everything(mine)).contains("Pusan");
        town.done(me, new TravellerCommand.Withdraw(filing.id(), ONE));

        // The erasure alone, as a crash right after it leaves it.
        var erase = new ArchiveCommand.EraseOwn(filing.id(), ONE);
        assertThat(town.office.desk().handleAll(me, List.of(new Desk.Keyed<>(Town.key(), erase))))
                .allMatch(Reply.Done.class::isInstance);
        for (var officer : List.of(YANJI_FA, YANJI)) {
            assertThat(issues.of(town.officer(officer), officer))
                    .extracting(IssueState::id)
                    .doesNotContain(mine);
        }
        assertThat(issues.own(me)).isEmpty();

        town.office.passTime();

        assertThat(everything(mine)).contains("2.1").doesNotContain("Pusan").doesNotContain("aunt");
        assertThat(links(mine)).isZero();
        assertThat(links(another)).isEqualTo(2);
        var left = issue(town.officer(YANJI), YANJI, mine);
        assertThat(left.isErased()).isTrue();
        assertThat(left.paragraph()).isEqualTo("2.1");
        assertThat(left.road().orElseThrow().levels()).hasSize(2);
        assertThat(left.remarks()).isEmpty();
        assertThat(left.due()).as("nothing is left to answer").isEmpty();
        assertThat(issues.own(me)).isEmpty();
        assertThat(issue(unit, YANJI_FA, another).text()).isEqualTo(SAID);
        assertThat(
                        town.rejected(
                                town.officer(YANJI),
                                new IssueCommand.AnswerIssue(mine, "Because.")))
                .isEqualTo(Code.WRONG_STAGE);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void what_the_issuer_said_to_everybody_stays_and_nobody_erases_a_live_issue() throws Exception {
        var filing = Secrets.confirmed(town, Town.settling());
        var me = town.party(filing);
        var id = new IssueId(UUID.randomUUID());
        town.office.issues().raise(me, Town.key(), id, "2.1", SAID);
        for (var unit : List.of(YANJI_FA, YANJI, JILIN, new AuthorityId("ne"))) {
            town.done(town.officer(unit), new IssueCommand.EscalateIssue(id, "Pusan again"));
        }
        town.office.issues().answer(town.officer(ROOT), Town.key(), id, "Aunts count.", Set.of());
        var erasing = new IssueClockCommand.EraseIssue(id);
        for (var session : List.of(me, town.officer(ROOT), town.officer(JILIN))) {
            assertThat(town.give(session, erasing)).isInstanceOf(Reply.Rejected.class);
        }
        var clock = town.office.authentication().clockSession();
        assertThatThrownBy(() -> town.give(clock, erasing))
                .as("the database, which knows that the file is alive")
                .isInstanceOf(exeat.store.OfficeException.class);
        assertThat(everything(id)).contains("Pusan");

        town.done(me, new TravellerCommand.Withdraw(filing.id(), ONE));
        town.done(me, new ArchiveCommand.EraseOwn(filing.id(), ONE));

        assertThat(everything(id)).contains("Aunts count.").doesNotContain("Pusan");
        assertThat(issue(town.officer(ROOT), ROOT, id).answer()).contains("Aunts count.");
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    void an_audit_finds_words_that_were_kept_from_an_erasure() throws Exception {
        var filing = Secrets.confirmed(town, Town.settling());
        var me = town.party(filing);
        var id = new IssueId(UUID.randomUUID());
        town.office.issues().raise(me, Town.key(), id, "2.1", SAID);
        town.done(me, new TravellerCommand.Withdraw(filing.id(), ONE));
        var erase = new ArchiveCommand.EraseOwn(filing.id(), ONE);
        town.office.desk().handleAll(me, List.of(new Desk.Keyed<>(Town.key(), erase)));
        var going =
                "update exeat.issue i set going = %s from exeat.stream t"
                        + " where t.id = i.stream and t.key = '%s'";
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(superuser, going.formatted("false", id.key()));
            town.sequenced();
            assertThat(town.office.audit())
                    .extracting(IntegrityAudit.Fault::where)
                    .containsExactly(id.key());
            Backstage.run(superuser, going.formatted("true", id.key()));
        }
        town.office.passTime();
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }
}
