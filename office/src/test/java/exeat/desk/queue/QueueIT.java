package exeat.desk.queue;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TUMEN_BD;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.IssueCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.HoldGround;
import exeat.casework.value.StreamId.IssueId;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.codec.PayloadSealing;
import exeat.desk.projection.QueueName;
import exeat.oversight.CaseCounters;
import exeat.oversight.Figure;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Queues, issues and the report. */
class QueueIT {

    private final Town town = Town.shared();

    private List<QueueRow> all(Session session, QueueName which) {
        var rows = new ArrayList<QueueRow>();
        Optional<String> after = Optional.empty();
        do {
            var page = town.office.queues().page(session, which, after, 7);
            rows.addAll(page.rows());
            after = page.next();
        } while (after.isPresent());
        assertThat(rows).doesNotHaveDuplicates();
        return rows;
    }

    /** Of an officer's clearances, of which some are late once time has passed. */
    @Test
    void deadlines_part_a_queue_without_a_gap_and_each_part_says_how_long_it_is() {
        var officer = town.officer(YANJI_PS);
        town.confirmed(Town.settling());
        town.confirmed(Town.returning());
        var whole = all(officer, QueueName.CLEARANCES);
        assertThat(whole).hasSizeGreaterThanOrEqualTo(2);
        var days = whole.stream().flatMap(row -> row.due().stream()).sorted().toList();
        for (var day : List.of(days.getFirst(), days.getLast(), town.today())) {
            var rows = new ArrayList<QueueRow>();
            for (var span :
                    List.of(
                            DueSpan.until(day.minusDays(1)),
                            DueSpan.between(day, day.plusDays(7)),
                            DueSpan.from(day.plusDays(8)))) {
                Optional<String> after = Optional.empty();
                var part = new ArrayList<QueueRow>();
                QueuePage page;
                do {
                    page = town.office.queues().page(officer, QueueName.CLEARANCES, span, after, 3);
                    part.addAll(page.rows());
                    after = page.next();
                } while (after.isPresent());
                if (page.exact()) {
                    assertThat(page.total()).as("%s", span).isEqualTo(part.size());
                }
                assertThat(part).allMatch(row -> isIn(span, row.due().orElse(LocalDate.MAX)));
                rows.addAll(part);
            }
            assertThat(rows).as("%s", day).isEqualTo(whole);
        }
    }

    private static boolean isIn(DueSpan span, LocalDate due) {
        return span.from().filter(due::isBefore).isEmpty()
                && span.until().filter(due::isAfter).isEmpty();
    }

    @Test
    void a_place_to_which_no_page_of_ours_leads_is_bad_input() {
        var officer = town.officer(YANJI_FA);
        for (var place :
                List.of(
                        "",
                        "~~~~",
                        "+999999999-12-31~+294277-01-01T00:00:00Z~EX~1~decide",
                        "+99999-01-01~2026-01-01T00:00:00Z~EX~1~decide",
                        "-4800-01-01~2026-01-01T00:00:00Z~EX~1~decide",
                        "2026-01-01~-1000000000-01-01T00:00:00Z~EX~1~decide",
                        "2026-01-01~2026-01-01T00:00:00Z~EX\0~1~decide",
                        "2026-01-01~2026-01-01T00:00:00Z~EX~1~\ud800",
                        "2026-01-01~2026-01-01T00:00:00Z~EX~99999999999~decide")) {
            assertThatThrownBy(() ->
                            town.office
                                    .queues()
                                    .page(officer, QueueName.REFERRED, Optional.of(place), 7))
                    .as(place)
                    .isInstanceOfSatisfying(
                            OfficeException.class,
                            bad ->
                                    assertThat(bad.code())
                                            .isEqualTo(OfficeException.Code.BAD_INPUT));
        }
    }

    @Test
    void where_a_page_ends_tells_of_no_case_and_is_for_its_reader_alone() {
        for (int n = 0; n < 3; n++) {
            town.confirmed(Town.settling());
        }
        var officer = town.officer(YANJI_PS);
        var queues = town.office.queues();
        var next = queues.page(officer, QueueName.WORK, Optional.empty(), 1).next().orElseThrow();

        var inside = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1);
        assertThat(inside).doesNotContain("EX-").doesNotContain("202");
        assertThat(queues.page(officer, QueueName.WORK, Optional.of(next), 1).rows()).hasSize(1);
        assertThatThrownBy(() ->
                        queues.page(town.officer(YANJI_FA), QueueName.WORK, Optional.of(next), 1))
                .isInstanceOf(OfficeException.class);
    }

    private static boolean has(List<QueueRow> rows, Town.Filing filing, String task) {
        return rows.stream().anyMatch(r -> r.id().equals(filing.id()) && r.task().equals(task));
    }

    @Test
    void each_step_is_in_the_queue_of_the_unit_that_can_take_it() {
        var filing = town.file(Town.settling());
        assertThat(has(all(town.officer(YANJI_FA), QueueName.UNCONFIRMED), filing, "confirm"))
                .isTrue();
        assertThat(has(all(town.officer(YANJI_FA), QueueName.WORK), filing, "confirm")).isFalse();

        town.done(
                town.party(filing),
                new TravellerCommand.Confirm(
                        filing.id(),
                        ONE,
                        java.util.EnumSet.allOf(exeat.rules.finding.Consequence.class)));
        assertThat(has(all(town.officer(YANJI_PS), QueueName.WORK), filing, "identity")).isTrue();
        assertThat(has(all(town.officer(TUMEN_FA), QueueName.CLEARANCES), filing, "identity"))
                .isFalse();
        assertThat(has(all(town.officer(Town.JILIN), QueueName.CLEARANCES), filing, "identity"))
                .isTrue();

        town.clear(filing, ONE);
        assertThat(has(all(town.officer(YANJI_FA), QueueName.TO_AUTHORISE), filing, "authorise"))
                .isTrue();

        town.authorise(filing, ONE);
        assertThat(has(all(town.officer(TUMEN_BD), QueueName.BORDER), filing, "cross")).isTrue();
        assertThat(has(all(town.officer(YANJI_PS), QueueName.BORDER), filing, "cross")).isFalse();
        assertThat(all(town.officer(YANJI_FA), QueueName.WORK))
                .noneMatch(row -> row.id().equals(filing.id()));
    }

    @Test
    void a_hold_a_second_officer_and_an_appeal_have_queues_of_their_own() {
        var filing = town.confirmed(Town.settling());
        var hold =
                new TwoOfficerAct.PlaceHold(
                        new HoldGround.IdentityNotEstablished(),
                        "two birth dates",
                        town.today().plusDays(5),
                        Optional.empty(),
                        Optional.empty());
        town.done(
                town.officer(YANJI_FA, 1),
                new TravellerCommand.ProposeAct(filing.id(), ONE, hold, "a reason"));
        assertThat(has(all(town.officer(YANJI_FA, 2), QueueName.SECOND), filing, "second"))
                .isTrue();
        town.done(
                town.officer(YANJI_FA, 2),
                new TravellerCommand.SecondProposal(filing.id(), ONE, 1, Town.AGREED));
        assertThat(has(all(town.officer(YANJI_FA), QueueName.WAITING), filing, "hold")).isTrue();

        var against = new AppealSubject.AHold(1);
        town.done(
                town.party(filing),
                new TravellerCommand.Appeal(filing.id(), ONE, against, "I am me"));
        var reviewer = town.state(filing, ONE).appeals().getFirst().reviewer();
        assertThat(has(all(town.officer(reviewer), QueueName.APPEALS), filing, "appeal")).isTrue();
    }

    @Test
    void a_queue_is_in_order_counts_itself_and_shows_names_from_the_sealed_state() {
        town.confirmed(Town.settling());
        town.confirmed(Town.settling());
        var rows = all(town.officer(YANJI_FA), QueueName.WORK);
        var page =
                town.office
                        .queues()
                        .page(town.officer(YANJI_FA), QueueName.WORK, Optional.empty(), 200);

        assertThat(page.total()).isEqualTo(rows.size());
        assertThat(page.exact()).isTrue();
        assertThat(page.rows()).isEqualTo(rows);
        assertThat(rows).allMatch(row -> row.name().contains(Town.PLANTED));
        var days = rows.stream().flatMap(row -> row.due().stream()).toList();
        assertThat(days).isSorted();
    }

    /** Both clearances of a case: one by the unit that has the file, one by its neighbour. */
    @Test
    void work_of_several_units_is_one_ordered_queue_with_each_row_once() {
        for (int i = 0; i < 5; i++) {
            var filing = town.confirmed(Town.settling());
            var identity = town.state(filing, ONE).openClearances().getFirst();
            if (i > 2) {
                town.done(
                        town.officer(identity.unit()),
                        new TravellerCommand.CompleteClearance(filing.id(), ONE, identity.name()));
            }
        }
        for (int i = 0; i < 5; i++) {
            town.confirmed(Town.settling());
        }
        for (var unit : List.of(Town.JILIN, Town.YANJI, Town.ROOT)) {
            var rows = all(town.officer(unit), QueueName.CLEARANCES);
            var whole =
                    town.office
                            .queues()
                            .page(town.officer(unit), QueueName.CLEARANCES, Optional.empty(), 200);
            assertThat(whole.rows()).hasSizeGreaterThan(9).isEqualTo(rows);
            assertThat(rows.stream().map(QueueRow::unit)).contains(YANJI_FA, YANJI_PS);
            assertThat(rows)
                    .isSortedAccordingTo(
                            Comparator.comparing((QueueRow row) ->
                                            row.due().orElse(java.time.LocalDate.MAX))
                                    .thenComparing(QueueRow::since)
                                    .thenComparing(QueueRow::number)
                                    .thenComparingInt(row -> row.traveller().number())
                                    .thenComparing(QueueRow::task));
            assertThat(rows.stream().map(QueueIT::work))
                    .containsAll(works(town.officer(YANJI_FA)))
                    .containsAll(works(town.officer(YANJI_PS)));
        }
    }

    private List<String> works(Session session) {
        return all(session, QueueName.CLEARANCES).stream().map(QueueIT::work).toList();
    }

    /** A row without the name, which not everybody above is shown. */
    private static String work(QueueRow row) {
        return row.number() + " " + row.traveller() + " " + row.task() + " " + row.unit();
    }

    @Test
    void an_issue_rises_and_is_counted_where_it_lies() {
        var id = new IssueId(UUID.randomUUID());
        var directive = town.office.register().directive("prc-1963").orElseThrow();
        var paragraph = directive.record().paragraphs().getFirst().number();
        var root = town.officer(Town.JILIN);
        var before = open(root, Town.YANJI);
        town.done(
                town.officer(YANJI_FA),
                new IssueCommand.RaiseIssue(id, paragraph, "which telegram?"));

        assertThat(open(root, Town.YANJI)).isNotEqualTo(before);
        assertThat(town.office.issues().of(root, YANJI_FA))
                .anyMatch(issue -> issue.id().equals(id));
        assertThat(town.office.issues().of(town.officer(TUMEN_FA), YANJI_FA)).isEmpty();
        town.done(town.officer(Town.YANJI), new IssueCommand.EscalateIssue(id, "nor do we"));
        town.done(root, new IssueCommand.AnswerIssue(id, "it is not held"));
        assertThat(open(root, Town.YANJI)).isEqualTo(before);
    }

    private exeat.oversight.FigureRange open(Session session, AuthorityId unit) {
        return town.office
                .reports()
                .situation(session, Town.JILIN)
                .situation()
                .of(unit, Figure.OPEN_ISSUES);
    }

    @Test
    void the_counters_equal_a_recount_of_every_case() throws Exception {
        var a = town.confirmed(Town.settling());
        town.clear(a, ONE);
        town.confirmed(Town.referred());
        var vault = new Vault(Keys.in(town.data));
        var directive = town.office.register().directive("prc-1963").orElseThrow();
        var states = new ArrayList<CaseState>();
        var counted = new HashMap<String, Long>();
        try (var superuser = Backstage.superuser(town)) {
            for (var row :
                    Backstage.rows(
                            superuser,
                            """
                            select t.key, t.version, t.state, k.wrapped,
                                (select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
                                    from exeat.traveller_key x where x.stream = t.id)::text as keys
                            from exeat.stream t
                            join exeat.stream_key k on k.stream = t.id where t.kind = 'case'
                            """)) {
                var key = row.text("key");
                var stream = vault.unwrap(key, row.bytes("wrapped"), row.keys("keys"));
                var version = row.number("version");
                states.add((CaseState) PayloadSealing.state(stream, version, row.bytes("state")));
            }
            for (var row :
                    Backstage.rows(
                            superuser,
                            """
                            select authority || ' ' || measure || ' ' || began || ' '
                                || coalesce(nullif(due, 'infinity')::text, '-') as cell, sum(n)::bigint as n
                            from exeat.report_cell group by 1 having sum(n) <> 0
                            """)) {
                counted.put(row.text("cell"), row.number("n"));
            }
        }

        var recounted = new HashMap<String, Long>();
        CaseCounters.recount(states, directive.limits())
                .forEach((cell, n) ->
                        recounted.put(
                                cell.authority()
                                        + " "
                                        + cell.measure()
                                        + " "
                                        + cell.began()
                                        + " "
                                        + cell.due().map(Object::toString).orElse("-"),
                                n.longValue()));
        assertThat(states).isNotEmpty();
        assertThat(counted).isEqualTo(recounted);
    }

    @Test
    void a_report_is_for_those_in_whose_scope_the_authority_lies() {
        var report = town.office.reports().situation(town.officer(Town.JILIN), Town.YANJI);

        assertThat(town.office.reports().situationForOperator(Town.YANJI, Optional.empty()))
                .isEqualTo(report);
        assertThatThrownBy(() ->
                        town.office
                                .reports()
                                .situationForOperator(new AuthorityId("nowhere"), Optional.empty()))
                .hasMessageContaining("no directive here has a unit nowhere");
        assertThat(report.toText()).contains("Situation of Yanji City Committee (jl-yanji)");
        assertThat(report.toCsv()).contains("unit,name,received,").contains("\njl-yanji-fa,");
        assertThat(report.toJson()).contains("\"authority\" : \"jl-yanji\"");
        assertThatThrownBy(
                        () -> town.office.reports().situation(town.officer(TUMEN_FA), Town.YANJI))
                .isInstanceOf(OfficeException.class);
        assertThatThrownBy(() ->
                        town.office
                                .reports()
                                .situation(town.party(town.file(Town.returning())), Town.YANJI))
                .isInstanceOf(OfficeException.class);
    }
}
