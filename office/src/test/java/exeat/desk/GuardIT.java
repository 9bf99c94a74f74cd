package exeat.desk;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.EventKind;
import exeat.casework.event.EventWriter;
import exeat.desk.base.Session;
import exeat.desk.codec.PayloadSealing;
import exeat.store.Bytes;
import exeat.store.batch.WriteVerdict;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.ledger.Leaf;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the database itself does not let be, whatever the program above it does. */
class GuardIT {

    private final Town town = Town.shared();

    @Test
    void an_officer_of_another_county_sees_nothing_and_can_do_nothing() {
        var filing = town.confirmed(Town.settling());
        var stranger = town.officer(TUMEN_FA);
        assertThat(town.office.cases().find(stranger, filing.id())).isEmpty();
        assertThat(town.office.cases().byNumber(stranger, filing.number())).isEmpty();
        assertThat(town.office.cases().history(stranger, filing.id())).isEmpty();
        assertThat(town.rejected(stranger, new TravellerCommand.Authorise(filing.id(), ONE)))
                .isEqualTo(Rejection.Code.NOT_FOUND);
    }

    @Test
    void a_party_sees_their_own_case_alone() {
        var mine = town.confirmed(Town.settling());
        var theirs = town.confirmed(Town.settling());
        var me = town.party(mine);

        assertThat(town.office.cases().find(me, mine.id())).isPresent();
        assertThat(town.office.cases().find(me, theirs.id())).isEmpty();
        assertThat(town.office.cases().byNumber(me, theirs.number())).isEmpty();
        assertThat(town.rejected(me, new TravellerCommand.Withdraw(theirs.id(), ONE)))
                .isEqualTo(Rejection.Code.NOT_FOUND);
    }

    private WriteVerdict forge(Session session, Town.Filing filing, String type) throws Exception {
        return new Forger(town).forge(session, filing.id().key(), "case", filing.number(), type);
    }

    private long version(Town.Filing filing) throws SQLException {
        return new Forger(town).version(filing.id().key());
    }

    @Test
    void a_forged_row_is_stopped_by_the_session_that_it_names() throws Exception {
        var filing = town.confirmed(Town.settling());
        var other = town.confirmed(Town.settling());
        var version = version(filing);

        assertThat(forge(town.officer(TUMEN_FA), filing, "authorised"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(forge(town.officer(YANJI_FA), filing, "withdrawn"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(forge(town.officer(YANJI_FA), filing, "unheard-of"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(forge(town.party(other), filing, "withdrawn")).isEqualTo(WriteVerdict.ACCESS);
        assertThat(forge(town.party(filing), filing, "authorised")).isEqualTo(WriteVerdict.ACCESS);
        assertThat(forge(town.office.authentication().anonymousSession(), filing, "applied"))
                .isEqualTo(WriteVerdict.ACCESS);
        assertThat(forge(town.office.authentication().clockSession(), filing, "authorised"))
                .isEqualTo(WriteVerdict.ACCESS);
        var ended = town.party(other);
        town.office.authentication().signOut(ended);
        assertThat(forge(ended, filing, "withdrawn")).isEqualTo(WriteVerdict.SESSION);
        var late = new Session("no token", ended.actor(), "", ended.expires());
        assertThat(forge(late, filing, "withdrawn")).isEqualTo(WriteVerdict.SESSION);
        assertThat(version(filing)).isEqualTo(version);
    }

    @Test
    void a_session_ends_by_the_clock() {
        var filing = town.confirmed(Town.settling());
        var party = town.party(filing);

        town.pass(Duration.ofHours(2));

        assertThat(town.office.cases().find(party, filing.id())).isEmpty();
        assertThatThrownBy(() -> town.give(party, new TravellerCommand.Withdraw(filing.id(), ONE)))
                .hasMessageContaining("ended");
    }

    private static final String READS_BEFORE =
            "select key from exeat.reading_before('', 'epoch', 'REFERRED', 'x', 1, 'decide', true)";
    private static final String RESUMES = "select kind from exeat.door_resume('', 'epoch', 1, 1)";
    private static final String SIGNS_IN =
            "select traveller from exeat.door_open_party("
                    + "'', '', '{}', 'epoch', 'epoch', '{}', '{}', 'epoch')";

    /** What some role may do, and what none may. */
    private static final List<String> EVERYTHING =
            List.of(
                    "select key from exeat.stream",
                    "select token from exeat.session",
                    "select password from exeat.account",
                    "select hash from exeat.secret",
                    "select hash from exeat.secret_waiting",
                    "select mark from exeat.key_check",
                    "select content from exeat.directive_file",
                    "select content from exeat.draft_file",
                    "select account from exeat.scope",
                    "insert into exeat.ledger_queue (stream, first, last, queued)"
                            + " values (1, 1, 1, 'epoch')",
                    "update exeat.stream set version = 1",
                    "delete from exeat.event",
                    "truncate exeat.event",
                    "alter table exeat.event disable trigger all",
                    "create table exeat.mine (a int)",
                    "create table public.mine (a int)",
                    "create temp table mine (a int)",
                    "create role mine",
                    "select exeat.load_batch('{}')",
                    "select ord from exeat.append_batch('{\"rows\": []}')",
                    "select exeat.append_round('{}', 1, 'epoch', '{}', '{}')",
                    "select exeat.door_leave('')",
                    "select exeat.door_account('x')",
                    "select exeat.clerk_due('2026-01-01', '', 1)",
                    "select exeat.clerk_follow('x', 'x', 'x', '{}')",
                    "select n from exeat.clerk_open_issues('x')",
                    "select words from exeat.clarification",
                    "select by_case from exeat.issue",
                    "delete from exeat.clarification",
                    "select exeat.reading_scope()",
                    READS_BEFORE,
                    RESUMES,
                    SIGNS_IN,
                    "select place from exeat.ledger_span",
                    "select hashes from exeat.ledger_tile",
                    "select note from exeat.ledger_checkpoint",
                    "select line from exeat.ledger_cosignature",
                    "select verifier from exeat.ledger_key",
                    "update exeat.ledger_tile set hashes = ''",
                    "delete from exeat.ledger_queue",
                    "select exeat.ledger_turn()",
                    "select exeat.ledger_size()",
                    "select id from exeat.ledger_waiting(1)",
                    "select exeat.ledger_publish(0, '', 'epoch')",
                    "select entry from exeat.ledger_entries(0, 1)",
                    "select exeat.write_register('x', 'y')",
                    "select seed from exeat.sample_draw",
                    "select stream from exeat.redecision",
                    "select question from exeat.redecision",
                    "select answered from exeat.reading_again()",
                    "select exeat.log_audit(1, 'x', 'epoch')",
                    "select exeat.clerk_reveal('', 'epoch', 'x', '', '')");

    @Test
    void each_role_can_do_its_part_and_no_more() throws Exception {
        var allowed = new HashMap<String, Set<String>>();
        for (var role : List.of("writer", "reader", "door", "clerk", "sequencer")) {
            var able = new HashSet<String>();
            try (var connection = Backstage.role(town, role)) {
                for (var sql : EVERYTHING) {
                    if (isAllowed(connection, sql)) {
                        able.add(sql);
                    }
                }
            }
            allowed.put(role, able);
        }

        assertThat(allowed.get("writer"))
                .containsExactlyInAnyOrder(
                        "select exeat.load_batch('{}')",
                        "select ord from exeat.append_batch('{\"rows\": []}')");
        assertThat(allowed.get("reader"))
                .containsExactlyInAnyOrder(
                        "select key from exeat.stream",
                        "select exeat.reading_scope()",
                        READS_BEFORE,
                        "select place from exeat.ledger_span",
                        "select hashes from exeat.ledger_tile",
                        "select note from exeat.ledger_checkpoint",
                        "select line from exeat.ledger_cosignature",
                        "select entry from exeat.ledger_entries(0, 1)",
                        "select seed from exeat.sample_draw",
                        "select question from exeat.redecision",
                        "select answered from exeat.reading_again()");
        assertThat(allowed.get("sequencer"))
                .containsExactlyInAnyOrder(
                        "select hashes from exeat.ledger_tile",
                        "select exeat.ledger_turn()",
                        "select exeat.ledger_size()",
                        "select id from exeat.ledger_waiting(1)",
                        "select entry from exeat.ledger_entries(0, 1)",
                        "select exeat.ledger_publish(0, '', 'epoch')");
        assertThat(allowed.get("door"))
                .containsExactlyInAnyOrder(
                        "select exeat.door_leave('')",
                        "select exeat.door_account('x')",
                        RESUMES,
                        SIGNS_IN);
        assertThat(allowed.get("clerk"))
                .containsExactlyInAnyOrder(
                        "select content from exeat.directive_file",
                        "select words from exeat.clarification",
                        "select content from exeat.draft_file",
                        "select exeat.clerk_due('2026-01-01', '', 1)",
                        "select n from exeat.clerk_open_issues('x')",
                        "select exeat.clerk_follow('x', 'x', 'x', '{}')",
                        "select exeat.clerk_reveal('', 'epoch', 'x', '', '')");
    }

    /** Tried and taken back: what a role may write would stay in the town that all tests share. */
    private static boolean isAllowed(java.sql.Connection connection, String sql)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            Backstage.run(connection, sql);
            return true;
        } catch (SQLException denied) {
            assertThat(denied.getSQLState()).as(sql).isEqualTo("42501");
            return false;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void the_reader_sees_no_row_without_a_session() throws Exception {
        town.confirmed(Town.settling());
        try (var reader = Backstage.role(town, "reader")) {
            for (var table :
                    List.of(
                            "stream",
                            "stream_key",
                            "event",
                            "case_authority",
                            "work_item",
                            "paper",
                            "issue",
                            "ledger_span",
                            "audit_reveal",
                            "sample",
                            "sample_draw",
                            "report_cell")) {
                var count = "select count(1) as n from exeat." + table;
                assertThat(Backstage.rows(reader, count).getFirst().number("n")).as(table).isZero();
            }
        }
    }

    @Test
    void what_happened_cannot_be_changed_even_by_the_owner() throws Exception {
        town.confirmed(Town.settling());
        for (var sql :
                List.of(
                        "update exeat.event set actor = 'nobody'",
                        "update exeat.event set salt = null, sealed = null",
                        "delete from exeat.event",
                        "truncate exeat.event cascade",
                        "update exeat.ledger_span set last = last + 1",
                        "delete from exeat.ledger_checkpoint",
                        "truncate exeat.ledger_tile")) {
            try (var owner = Backstage.owner(town)) {
                assertThatThrownBy(() -> Backstage.run(owner, sql))
                        .hasMessageContaining("never changed");
            }
        }
    }

    @Test
    void no_name_and_no_protected_value_stands_in_a_plain_column() throws Exception {
        var filing = town.confirmed(Town.settling());
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.ClaimForAnother(filing.id(), ONE, "a friend asks"));
        var planted = List.of(Town.PLANTED, "Chol Su", "korean", "relations in Korea");
        try (var superuser = Backstage.superuser(town)) {
            var tables =
                    Backstage.rows(
                            superuser,
                            """
                            select c.relname as name from pg_class c
                            where c.relnamespace = 'exeat'::regnamespace and c.relkind = 'r'
                                and c.relname not in ('directive_file', 'draft_file', 'imported_record')
                            """);
            assertThat(tables).hasSizeGreaterThan(20);
            for (var table : tables) {
                var sql = "select t::text as row from exeat.%s t".formatted(table.text("name"));
                for (var row : Backstage.rows(superuser, sql)) {
                    for (var word : planted) {
                        var hex = Bytes.of(word.getBytes(StandardCharsets.UTF_8)).hex();
                        assertThat(row.text("row"))
                                .as(table.text("name"))
                                .doesNotContain(word)
                                .doesNotContain(hex)
                                .doesNotContain(filing.secret());
                    }
                }
            }
        }
    }

    @Test
    void a_leaf_can_be_made_again_by_anybody_who_has_the_entry() throws Exception {
        var filing = town.confirmed(Town.settling());
        try (var superuser = Backstage.superuser(town)) {
            var rows =
                    Backstage.rows(
                            superuser,
                            """
                            select e.sequence, e.type, e.at, e.actor,
                                coalesce(e.authority, '') as authority, e.payload_hash, e.leaf, e.blind,
                                exeat.before_of(e) as before, e.salt, e.sealed, k.wrapped,
                                (select jsonb_object_agg(x.traveller, encode(x.wrapped, 'hex'))
                                    from exeat.traveller_key x where x.stream = t.id)::text as keys,
                                q.id is null and not exists (select 1 from exeat.ledger_span l
                                    where l.stream = e.stream and e.sequence between l.first and l.last) as lost
                            from exeat.event e
                            join exeat.stream_key k using (stream)
                            left join exeat.ledger_queue q on q.stream = e.stream
                                and e.sequence between q.first and q.last
                            join exeat.stream t on t.id = e.stream where t.key = '%s' order by e.sequence
                            """
                                    .formatted(filing.id().key()));
            assertThat(rows).hasSizeGreaterThan(3);
            var vault = new Vault(Keys.in(town.data));
            for (var row : rows) {
                var key = vault.unwrap(filing.id().key(), row.bytes("wrapped"), row.keys("keys"));
                var payload =
                        PayloadSealing.event(key, row.number("sequence"), row.bytes("sealed"))
                                .orElseThrow()
                                .plain();
                assertThat(Leaf.payloadHash(row.bytes("salt"), payload))
                        .isEqualTo(row.bytes("payload_hash"));
                assertThat(
                                Leaf.hash(
                                        new Leaf.Entry(
                                                filing.id().key(),
                                                Leaf.place(
                                                        row.number("sequence"),
                                                        Optional.of(row.bytes("blind"))),
                                                row.text("type"),
                                                ((java.sql.Timestamp) row.value("at")).toInstant(),
                                                row.text("actor"),
                                                row.text("authority"),
                                                row.bytes("payload_hash"),
                                                row.text("before"))))
                        .isEqualTo(row.bytes("leaf"));
                assertThat(row.value("lost")).isEqualTo(false);
            }
            assertThat(rows).extracting(row -> row.text("actor")).contains("stranger", "party/1");
        }
    }

    /** Both ways: the database lets nobody write what the catalogue does not, and lets those. */
    @Test
    void who_may_write_an_event_is_the_same_in_the_catalogue_and_in_the_database()
            throws Exception {
        try (var superuser = Backstage.superuser(town)) {
            var rows =
                    Backstage.rows(
                            superuser,
                            "select kind, type, array_to_string(array(select unnest(writers)"
                                    + " order by 1), ' ') as writers from exeat.event_right");
            assertThat(rows)
                    .extracting(row ->
                            row.text("kind") + " " + row.text("type") + ": " + row.text("writers"))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(EventKind.values()).map(GuardIT::right).toList());
        }
    }

    private static String right(EventKind kind) {
        return kind.stream().stored()
                + " "
                + kind.stored()
                + ": "
                + kind.writers().stream()
                        .map(EventWriter::stored)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    @Test
    void a_commit_is_on_the_disk_and_nobody_is_trusted() throws Exception {
        try (var superuser = Backstage.superuser(town)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(
                                Backstage.rows(
                                                superuser,
                                                "select current_setting('" + setting + "') as v")
                                        .getFirst()
                                        .text("v"))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(Backstage.rows(superuser, "select auth_method from pg_hba_file_rules"))
                    .extracting(row -> row.text("auth_method"))
                    .containsOnly("scram-sha-256");
            assertThat(
                            Backstage.rows(
                                            superuser,
                                            "select current_setting('listen_addresses') as v")
                                    .getFirst()
                                    .text("v"))
                    .isEqualTo("127.0.0.1");
        }
        var keys = town.data.resolve("keys");
        assertThat(java.nio.file.Files.getPosixFilePermissions(keys)).hasSize(3);
        try (var files = java.nio.file.Files.list(keys)) {
            assertThat(files.toList())
                    .allSatisfy(file ->
                            assertThat(
                                            java.nio.file.attribute.PosixFilePermissions.toString(
                                                    java.nio.file.Files.getPosixFilePermissions(
                                                            file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_second_office_on_the_same_data_is_refused_but_may_visit() {
        var settings = OfficeSettings.embedded(town.data, Town.packs());
        assertThatThrownBy(() -> Office.open(settings, town.clock()))
                .hasMessageContaining("another Exeat is running");
        try (var visitor = Office.visit(settings, town.clock())) {
            assertThat(visitor.register().directives()).isNotEmpty();
            assertThat(visitor.health().status().healthy()).isTrue();
        }
        assertThat(town.office.health().status().healthy()).isTrue();
        assertThat(Optional.of(town.office.health().status().queueDepth())).contains(0);
    }
}
