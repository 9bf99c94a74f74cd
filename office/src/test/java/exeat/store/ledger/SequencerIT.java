package exeat.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.ledger.Checkpoint;
import exeat.ledger.EntryBundle;
import exeat.ledger.MerkleProofs;
import exeat.ledger.Tile;
import exeat.ledger.verify.LogCheck;
import exeat.ledger.verify.LogFiles;
import exeat.ledger.verify.Verdict;
import exeat.ledger.verify.VerifierKey;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.database.Database;
import exeat.store.database.DatabaseSafety;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.database.Sql;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequencerIT {

    private static final Instant NOW = Instant.parse("2026-09-02T01:00:00Z");

    /** One server for all, for PostgreSQL takes its time to start; a database for each test. */
    @TempDir private static Path base = Path.of("");

    private static Optional<Database> server = Optional.empty();
    private static int databases;

    @TempDir private Path data = Path.of("");
    private Keys keys = Keys.in(Path.of("target"));
    private String name = "";
    private Optional<Database> opened = Optional.empty();

    @BeforeAll
    static void start() {
        server = Optional.of(Database.embedded(base, Keys.in(base)));
    }

    @AfterAll
    static void stop() {
        server.ifPresent(Database::close);
    }

    @BeforeEach
    void open() throws SQLException {
        keys = Keys.in(data);
        name = "sequencer" + ++databases;
        try (var superuser = as("postgres", Keys.in(base).secret("superuser.password").base64())) {
            Sql.run(superuser, "create role %s login createrole password 'given'".formatted(name));
            Sql.run(superuser, "create database %s owner %s".formatted(name, name));
        }
        opened = Optional.of(Database.outside(url(), name, "given", keys));
    }

    private static Connection as(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                EmbeddedDatabase.written(Keys.in(base)).orElseThrow().url(), user, password);
    }

    private String url() {
        return EmbeddedDatabase.written(Keys.in(base))
                .orElseThrow()
                .url()
                .replaceFirst("/exeat(?=\\?|$)", "/" + name);
    }

    @AfterEach
    void close() {
        opened.ifPresent(Database::close);
    }

    private Database database() {
        return opened.orElseThrow();
    }

    /** As after a start: whatever another one had in memory is gone. */
    private Sequencer fresh() {
        return new Sequencer(database(), keys, data, () -> NOW);
    }

    private void superuser(String sql) throws SQLException {
        var password = Keys.in(base).secret("superuser.password").base64();
        try (var connection = DriverManager.getConnection(url(), "postgres", password)) {
            Sql.run(connection, "set session_replication_role = replica");
            Sql.run(connection, sql);
        }
    }

    /** So many events come in, and wait; what is in them is nothing to a sequencer. */
    private void come(int events) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), name, "given")) {
            Sql.run(
                    connection,
                    """
                    insert into exeat.stream (key, kind, version, directive_id, directive_version,
                        directive_hash, state)
                    select 'issue/test', 'issue', 0, '', '', '', ''
                    where not exists (select 1 from exeat.stream)
                    """);
            Sql.run(
                    connection,
                    """
                    insert into exeat.event (stream, sequence, type, at, actor, payload_hash, leaf)
                    select t.id, t.version + g, 'test', timestamptz 'epoch', 'clerk', '',
                        sha256(convert_to((t.version + g)::text, 'UTF8'))
                    from exeat.stream t, generate_series(1, ?) g
                    """,
                    events);
            Sql.run(
                    connection,
                    """
                    insert into exeat.ledger_queue (stream, first, last, queued)
                    select e.stream, e.sequence, e.sequence, e.at
                    from exeat.event e join exeat.stream t on t.id = e.stream
                    where e.sequence > t.version order by e.sequence
                    """);
            Sql.run(connection, "update exeat.stream set version = version + ?", events);
        }
    }

    private LogFiles files() {
        var reads = new LedgerReadStore(database());
        return path -> {
            try {
                if (path.equals("checkpoint")) {
                    return reads.newest().map(note -> note.text().getBytes(StandardCharsets.UTF_8));
                }
                var tile = Tile.parse(path).orElseThrow();
                return tile.level() == Tile.ENTRIES
                        ? reads.entries(tile).map(EntryBundle::encode)
                        : reads.tile(tile);
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
        };
    }

    private Verdict check(String... earlier) throws IOException {
        var key = VerifierKey.parse(fresh().verifierKey()).orElseThrow();
        return LogCheck.check(key, files(), List.of(earlier));
    }

    private String newest() throws SQLException {
        return new LedgerReadStore(database()).newest().orElseThrow().text();
    }

    @Test
    void waiting_entries_get_their_place_and_every_head_is_kept_outside() throws Exception {
        var sequencer = fresh();
        var earlier = new ArrayList<String>();
        for (int events : new int[] {0, 3, 253, 1, 700}) {
            come(events);
            assertThat(sequencer.round()).isEqualTo(events);
            assertThat(Files.readString(data.resolve("ledger/checkpoint"))).isEqualTo(newest());
            earlier.add(newest());
        }
        assertThat(sequencer.status().size()).isEqualTo(957);
        assertThat(sequencer.status().waiting()).isZero();
        assertThat(check(earlier.toArray(String[]::new)).wrong()).isEmpty();
    }

    @Test
    void after_a_crash_between_tiles_and_checkpoint_the_next_start_signs() throws Exception {
        come(300);
        fresh().round();
        var before = newest();
        come(500);

        fresh().place(); // and no more: the process is gone

        assertThat(newest()).isEqualTo(before);
        assertThat(check().wrong()).isEmpty();
        come(20);
        assertThat(fresh().round()).isEqualTo(20);
        assertThat(newest()).contains("\n820\n");
        assertThat(check(before).wrong()).isEmpty();
    }

    @Test
    void after_a_crash_between_keeping_and_publishing_the_same_head_is_published()
            throws Exception {
        come(10);
        fresh().place();
        var root = new MerkleProofs(10, new LedgerReadStore(database()).source()).root(10);
        var signer = LedgerKey.of(keys);
        var note = signer.sign(new Checkpoint(signer.name(), 10, root).text());
        new CheckpointFile(data).keep(note); // and no more: the process is gone

        assertThat(fresh().round()).isZero();

        assertThat(newest()).isEqualTo(note);
    }

    @Test
    void a_checkpoint_being_published_is_not_yet_shown_to_an_audit() throws Exception {
        come(5);
        try (var another = database().sequencer().getConnection();
                var executor = Executors.newSingleThreadExecutor()) {
            another.setAutoCommit(false);
            Sql.run(another, "select exeat.ledger_turn()");
            var sequencer = fresh();
            var told = executor.submit(sequencer::keptOutside);
            assertThatThrownBy(() -> told.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            another.commit();
            assertThat(told.get(5, TimeUnit.SECONDS)).isEmpty();
            sequencer.round();
            assertThat(sequencer.keptOutside())
                    .isEqualTo(new CheckpointFile(data).newest())
                    .isPresent();
            // As after a restart of the database: the connections that there were are dead.
            superuser(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
            assertThat(sequencer.keptOutside()).isEqualTo(new CheckpointFile(data).newest());
        }
    }

    @Test
    void a_round_that_fails_halfway_leaves_nothing_of_itself() throws Exception {
        come(5);
        superuser(
                """
                update exeat.ledger_queue set first = 99, last = 99
                where id = (select max(id) from exeat.ledger_queue)
                """);
        var sequencer = fresh();
        sequencer.publish();

        assertThatThrownBy(sequencer::place)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("4 of 5 steps");

        assertThat(sequencer.status().waiting()).isEqualTo(5);
        assertThat(check().wrong()).isEmpty();
        assertThat(newest()).contains("\n0\n");
    }

    @Test
    void nothing_is_signed_on_a_database_that_was_set_back_or_changed() throws Exception {
        come(300);
        fresh().round();
        var outside = new CheckpointFile(data);
        var kept = outside.newest().orElseThrow();
        var signer = LedgerKey.of(keys);
        var root = new MerkleProofs(300, new LedgerReadStore(database()).source()).root(300);
        outside.keep(signer.sign(new Checkpoint(signer.name(), 305, root).text()));
        assertThatThrownBy(() -> fresh().round())
                .isInstanceOf(Sequencer.Refused.class)
                .hasMessageContaining("has 300 entries, but a checkpoint over 305");

        outside.keep(kept);
        superuser("update exeat.event set leaf = sha256('x') where sequence = 257");
        come(1);
        assertThatThrownBy(() -> fresh().round())
                .isInstanceOf(Sequencer.Refused.class)
                .hasMessageContaining("history has been changed");
        assertThat(newest()).isEqualTo(kept);
        superuser("update exeat.ledger_key set verifier = 'another'");
        assertThatThrownBy(() -> fresh().round())
                .isInstanceOf(Sequencer.Refused.class)
                .hasMessageContaining("does not belong to this log");
    }

    @Test
    @Tag("full")
    void two_sequencers_give_each_event_one_place() throws Exception {
        come(20_000);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = fresh();
            var other = fresh();
            var work =
                    threads.invokeAll(
                            List.<Callable<Integer>>of(() -> rounds(one), () -> rounds(other)));
            int placed = 0;
            for (var rounds : work) {
                placed += rounds.get();
            }
            assertThat(placed).isEqualTo(20_000);
        }
        assertThat(check().wrong()).isEmpty();
        var entries = new HashSet<Bytes>();
        var reads = new LedgerReadStore(database());
        for (int n = 0; n < 79; n++) {
            var bundle = new Tile(Tile.ENTRIES, n, n < 78 ? 256 : 32);
            reads.entries(bundle).orElseThrow().forEach(entry -> entries.add(Bytes.of(entry)));
        }
        assertThat(entries).hasSize(20_000);
    }

    private static int rounds(Sequencer sequencer) throws SQLException {
        int placed = 0;
        while (sequencer.status().waiting() > 0) {
            placed += sequencer.round();
        }
        return placed;
    }

    /** Prints what docs/measured.md quotes; the floor is far below what any machine does. */
    @Tag("full")
    @Test
    void a_backlog_is_placed_faster_than_an_office_can_make_one() throws Exception {
        int backlog = 100_000;
        come(backlog);
        var sequencer = fresh();
        long begun = System.nanoTime();
        assertThat(rounds(sequencer)).isEqualTo(backlog);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long longest = 0;
        for (int i = 0; i < 50; i++) {
            come(50);
            long from = System.nanoTime();
            assertThat(sequencer.round()).isEqualTo(50);
            longest = Math.max(longest, System.nanoTime() - from);
        }
        System.out.printf(
                "sequencer: %d entries in %.2f s, %.0f a second; the longest of 50 rounds of 50:"
                        + " %d ms%n",
                backlog, seconds, backlog / seconds, longest / 1_000_000);
        assertThat(backlog / seconds).isGreaterThan(1000);
    }

    /** A database with the history of a version from before the baseline, and a table. */
    private void earlier(Path scripts) throws SQLException, IOException {
        name = name + "_old";
        var owner = name.replace("_old", "");
        try (var superuser = as("postgres", Keys.in(base).secret("superuser.password").base64())) {
            Sql.run(superuser, "create database %s owner %s".formatted(name, owner));
        }
        Files.writeString(scripts.resolve("V001__register.sql"), "create table kept (n int);");
        Files.writeString(
                scripts.resolve("V191__erasures.sql"), "insert into kept (n) values (1);");
        Flyway.configure()
                .dataSource(url(), owner, "given")
                .schemas("exeat")
                .locations("filesystem:" + scripts)
                .load()
                .migrate();
    }

    @Test
    void data_from_before_the_baseline_are_refused_untouched_with_what_to_do(@TempDir Path scripts)
            throws Exception {
        earlier(scripts);
        var owner = name.replace("_old", "");
        assertThatThrownBy(() -> Database.outside(url(), owner, "given", Keys.in(data)))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining("the database " + name + " of the data folder " + data)
                .hasMessageContaining("made by an earlier version of Exeat")
                .hasMessageContaining("Nothing was changed")
                .hasMessageContaining("another data folder and database");
        try (var connection = DriverManager.getConnection(url(), owner, "given")) {
            var sql =
                    """
                    select (select count(*) from exeat.kept) + (select 10 * count(*) from pg_class
                            where relnamespace = 'exeat'::regnamespace and relkind = 'r')
                        + (select 100 * count(*) from pg_roles
                            where starts_with(rolname, current_database() || '_')) as n
                    """;
            // Its row, its table and its history; and no role.
            assertThat(Sql.one(connection, sql, row -> row.getLong("n"))).contains(21L);
        }
    }

    /** As after a change of the baseline before its release, whatever number the data came to. */
    @Test
    void data_that_other_files_made_are_refused_and_not_taken_for_newer_ones() throws Exception {
        superuser(
                """
                update exeat.flyway_schema_history set checksum = checksum + 1 where version = '209'
                """);
        superuser(
                """
                insert into exeat.flyway_schema_history
                select installed_rank + 100, '290', 'undone', type, 'V290__undone.sql', 1,
                    installed_by, installed_on, 1, true
                from exeat.flyway_schema_history where version = '209'
                """);
        assertThatThrownBy(() -> Database.outside(url(), name, "given", keys))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining("made by an earlier version of Exeat")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void what_is_unsafe_in_a_postgresql_is_said_with_what_to_do() throws Exception {
        assertThat(DatabaseSafety.of(database())).isEmpty();
        superuser("alter role " + name + "_reader bypassrls");
        superuser("alter database " + name + " set synchronous_commit = off");
        superuser("alter database " + name + " set password_encryption = 'md5'");
        assertThat(DatabaseSafety.of(database()))
                .hasSize(3)
                .anyMatch(what -> what.contains("synchronous_commit off"))
                .anyMatch(what -> what.contains("alter role " + name + "_reader nosuperuser"))
                .anyMatch(what -> what.contains("scram-sha-256"));
    }

    /** RFC 8032, section 7.1, the first test. */
    @Test
    void the_key_is_made_of_its_seed_as_the_standard_says(@TempDir Path other) {
        var seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        var of = Keys.in(other);
        of.rewrite("ledger", Bytes.of(java.util.HexFormat.of().parseHex(seed)).base64());
        var key = LedgerKey.of(of).verifierKey();
        var last = key.substring(key.lastIndexOf('+') + 1);
        assertThat(Bytes.fromBase64(key.split("\\+", 3)[2]).hex())
                .as(last)
                .isEqualTo("01d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }
}
