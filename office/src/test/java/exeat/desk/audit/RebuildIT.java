package exeat.desk.audit;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.desk.Backstage;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.oversight.Measure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows from events is written again, and is what it was. */
class RebuildIT {

    /** Everything that follows from events and is written again, as an order of rows. */
    private static final Map<String, String> MODELS =
            Map.ofEntries(
                    Map.entry(
                            "work_item",
                            "stream, traveller, queue, task, unit, number, since, due, holder"),
                    Map.entry("case_authority", "stream, authority"),
                    Map.entry("paper", "number, stream"),
                    Map.entry("traveller_key", "stream, traveller, units, parties"),
                    Map.entry("search_person", "stream, traveller"),
                    Map.entry(
                            "queue_jump", "stream, place, traveller, task, unit, account, why, at"),
                    Map.entry("stream", "key, holder, number, due, directive_id"),
                    Map.entry("briefed_unit", "directive, authority"),
                    Map.entry("briefed_officer", "directive, account, edition"),
                    Map.entry("directive_signature", "directive, pair, account, at"),
                    Map.entry("duty", "stream, kind, number, account, other, begins, ends"));

    private static final String FIGURES =
            """
            select concat_ws(' ', c.directive, c.authority, c.measure, sum(c.n)) as row
            from exeat.report_cell c join exeat.projection p on p.version = c.version
            group by c.directive, c.authority, c.measure having sum(c.n) <> 0 order by 1
            """;

    private final Town town = Town.shared();

    @BeforeEach
    void fill() {
        town.confirmed(Town.settling());
        var authorised = town.confirmed(Town.settling());
        town.clear(authorised, ONE);
        town.authorise(authorised, ONE);
        town.confirmed(Town.referred());
        var gone = Secrets.confirmed(town, Town.settling());
        town.done(town.party(gone), new TravellerCommand.Withdraw(gone.id(), ONE));
        town.done(town.party(gone), new ArchiveCommand.EraseOwn(gone.id(), ONE));
    }

    private List<String> rows(String sql) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            return Backstage.rows(superuser, sql).stream().map(row -> row.text("row")).toList();
        }
    }

    /** All read models, in an order of their own. */
    private Map<String, List<String>> models() throws SQLException {
        var models = new LinkedHashMap<String, List<String>>();
        for (var model : MODELS.entrySet()) {
            models.put(
                    model.getKey(),
                    rows(
                            "select row(%s)::text as row from exeat.%s order by 1"
                                    .formatted(model.getValue(), model.getKey())));
        }
        models.put("figures", rows(FIGURES));
        return models;
    }

    private void damage(String... statements) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(superuser, "set session_replication_role = replica");
            for (var statement : statements) {
                Backstage.run(superuser, statement);
            }
        }
    }

    private Rebuild rebuild() {
        return town.office.audits().rebuild();
    }

    private Rebuild.RebuildResult rebuilt() {
        return rebuild().run(_ -> {});
    }

    @Test
    void whatever_was_damaged_is_as_its_events_say_again() throws Exception {
        town.sequenced();
        var before = models();
        assertThat(town.office.audit()).isEmpty();
        damage(
                "delete from exeat.work_item where task = 'confirm' or stream % 2 = 0",
                "update exeat.work_item set unit = 'cn', due = '2001-01-01'",
                "delete from exeat.case_authority where stream % 3 = 0",
                "delete from exeat.paper",
                "update exeat.traveller_key set units = '{}'",
                "delete from exeat.search_person where stream % 2 = 0",
                "update exeat.search_person set tokens = '{1}', key = 'other'",
                "update exeat.report_cell set n = n + 3",
                "update exeat.report_cell set directive = 'elsewhere' where authority = 'jl-yanji-ps'",
                "update exeat.stream set directive_id = 'elsewhere' where kind = 'case' and id % 2 = 0",
                "update exeat.stream set holder = 'cn', due = null where kind = 'case'",
                "update exeat.stream t set state = (select o.state from exeat.stream o"
                        + " where o.kind = 'case' order by o.id limit 1) where t.kind = 'case'",
                "delete from exeat.briefed_unit",
                "update exeat.briefed_officer set edition = '0.9'",
                "delete from exeat.duty");
        assertThat(town.office.audit()).isNotEmpty();

        assertThat(rebuilt().broken()).isEmpty();
        town.office.search().index().fill();

        assertThat(town.office.audit()).isEmpty();
        assertThat(models()).isEqualTo(before);
        // And life goes on from there.
        var next = town.confirmed(Town.settling());
        town.clear(next, ONE);
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    /** A database of before a measure: it is nowhere in part, and right once all is counted. */
    @Tag("full")
    @Test
    void a_new_measure_is_right_for_cases_that_exist() throws Exception {
        var measure = Measure.WITHDRAWN.stored();
        var some =
                "select c.authority || sum(c.n) as row from exeat.report_cell c"
                        + " join exeat.projection p on p.version = c.version where measure = '"
                        + measure
                        + "' group by c.authority having sum(c.n) <> 0 order by 1";
        var early = town.confirmed(Town.settling());
        town.done(town.party(early), new TravellerCommand.Withdraw(early.id(), ONE));
        damage(
                "update exeat.projection set measures = array_remove(measures, '" + measure + "')",
                "delete from exeat.report_cell where measure = '" + measure + "'");
        assertThat(rebuild().claim()).as("cases exist: nothing is claimed").isFalse();

        var late = town.confirmed(Town.settling());
        town.done(town.party(late), new TravellerCommand.Withdraw(late.id(), ONE));

        town.sequenced();
        assertThat(rows(some)).as("of some cases alone it would be wrong").isEmpty();
        assertThat(town.office.audit())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.toString())
                                .contains("projection", measure, "run exeat rebuild"));

        assertThat(rebuilt().broken()).isEmpty();

        assertThat(rows(some)).isNotEmpty();
        assertThat(town.office.audit()).isEmpty();
        assertThat(rebuild().claim()).isTrue();
    }

    @Tag("full")
    @Test
    void it_runs_beside_an_office_and_goes_on_after_it_was_cut_short() throws Exception {
        var early = town.confirmed(Town.settling());
        town.sequenced();
        var figures = rows(FIGURES);

        assertThatThrownBy(() ->
                        rebuild()
                                .run(written -> {
                                    if (written == 3) {
                                        throw new IllegalStateException("cut short");
                                    }
                                }))
                .hasMessage("cut short");

        assertThat(rebuild().standing().next()).isPresent();
        assertThat(rows(FIGURES)).as("what is read is what it was").isEqualTo(figures);
        assertThat(town.office.audit()).isEmpty();

        var acted = new AtomicBoolean();
        var during = new ArrayList<Town.Filing>();
        var outcome =
                rebuild()
                        .run(written -> {
                            if (written > 5 && acted.compareAndSet(false, true)) {
                                // A new one, a written one, one that is not yet, and a task.
                                during.add(town.confirmed(Town.settling()));
                                town.clear(during.getFirst(), ONE);
                                town.done(
                                        town.party(early),
                                        new TravellerCommand.Withdraw(early.id(), ONE));
                                during.add(town.file(Town.settling()));
                            }
                        });

        assertThat(outcome.broken()).isEmpty();
        assertThat(acted).isTrue();
        assertThat(rebuild().standing().next()).isEmpty();
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
        assertThat(rows(FIGURES)).isNotEqualTo(figures);
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.Authorise(during.getFirst().id(), ONE));
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    /** Events that do not hold together are no ground for figures. */
    @Tag("full")
    @Test
    void nothing_is_written_of_events_that_do_not_hold_together() throws Exception {
        var filing = town.confirmed(Town.settling());
        town.sequenced();
        var version = rebuild().standing().version();
        var where =
                " from exeat.stream t where t.id = e.stream and t.key = '%s' and e.sequence = 2"
                        .formatted(filing.id().key());
        damage("update exeat.event e set actor = 'clock'" + where);

        var broken = rebuilt();

        assertThat(broken.broken())
                .anySatisfy(fault -> assertThat(fault.where()).isEqualTo(filing.id().key() + "#2"));
        assertThat(rebuild().standing().version()).isEqualTo(version);
        damage("update exeat.event e set actor = 'stranger'" + where);
        assertThat(rebuilt().broken()).isEmpty();
        assertThat(town.office.audit()).isEmpty();
    }
}
