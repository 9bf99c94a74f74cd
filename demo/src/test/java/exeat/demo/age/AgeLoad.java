package exeat.demo.age;

import exeat.demo.Demo;
import exeat.demo.DemoClock;
import exeat.demo.Today;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.ledger.Hash;
import exeat.ledger.MerkleTree;
import exeat.ledger.Tile;
import exeat.oversight.ReportCounter;
import exeat.rules.authority.TimeLimits;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.ledger.LogTiles;
import exeat.store.ledger.SequencerStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Fills an empty data folder with as many applications as one wants, by COPY: a month is lived by
 * the program itself, and its applications are written again and again, each under a key, numbers
 * and hashes of its own, into every table that a command writes, and into the log.
 */
public final class AgeLoad {

    private static final String DIRECTIVE = "prc-1963";
    private static final int WORKERS = 3;
    private static final int TILES_AT_ONCE = 100;

    private final Path data;
    private final Keys keys;
    private final Size size;
    private final PrintStream out;

    private AgeLoad(Path data, Size size, PrintStream out) {
        this.data = data;
        this.keys = Keys.in(data);
        this.size = size;
        this.out = out;
    }

    /**
     * How much.
     *
     * @param lived applications that the program itself processes first
     * @param waitPerMille how many of a thousand copies are of one unconfirmed traveller, such as
     *     names on another state's request list
     * @param endedPerMille how many of a thousand of the others are of applications that have ended
     */
    public record Size(
            long applications, int lived, int waitPerMille, int endedPerMille, long seed) {}

    /** The result. */
    public record Loaded(long applications, long steps, long bytes, Duration took) {}

    /** Loads; the folder is that of an office afterwards, which nobody has open. */
    public static Loaded load(Path data, Path packs, Size size, PrintStream out) {
        try {
            return new AgeLoad(data, size, out).load(packs);
        } catch (SQLException | IOException | InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("the load failed", failed);
        }
    }

    private Loaded load(Path packs)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        var limits = live(packs);
        tune();
        try (var database = Database.embedded(data, keys);
                var owner = connection()) {
            tell("%s", database.isReachable() ? "copying" : "the database is away");
            var vault = new Vault(keys);
            var templates = AgeTemplates.of(owner, vault, limits);
            long firstPlace = number(owner, "select exeat.ledger_size()");
            var plan =
                    new AgePlan(
                            templates,
                            size,
                            number(owner, "select max(id) + 1 from exeat.stream"),
                            firstPlace);
            var later = AgeIndexes.take(owner);
            copy(plan, vault, taken(templates), Log.of(owner, firstPlace));
            tell("%,d applications copied", plan.given());
            cells(owner, plan.cells());
            owner.commit();
            later.put(owner, this::tell);
            long steps = number(owner, "select exeat.ledger_size()") - firstPlace;
            finish(owner);
            long bytes = number(owner, "select pg_database_size(current_database())");
            return new Loaded(
                    plan.given(), steps, bytes, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    void tell(String format, Object... values) {
        out.printf(java.util.Locale.ROOT, "  " + format + "%n", values);
    }

    /** Settings that take effect at the next start of a server used only for this. */
    private void tune() throws SQLException, IOException {
        try (var database = Database.embedded(data, keys);
                var owner = connection()) {
            owner.setAutoCommit(true);
            run(owner, "alter system set shared_preload_libraries = 'pg_stat_statements'");
            run(owner, "alter system set max_wal_size = '4GB'");
            run(owner, "alter system set checkpoint_timeout = '30min'");
            run(owner, "alter system set shared_buffers = '512MB'");
            run(owner, "alter system set autovacuum = off");
            tell("%s", database.isReachable() ? "set up" : "the database is away");
        }
    }

    /** The program's own month, until all of it is in the log. */
    private TimeLimits live(Path packs) throws InterruptedException {
        var clock = new DemoClock(Today.clock());
        var settings = Demo.settings(OfficeSettings.embedded(data, packs));
        try (var office = Office.open(settings, clock)) {
            var quiet = new PrintStream(java.io.OutputStream.nullOutputStream());
            Demo.load(office, clock, settings, quiet, new Demo.Size(size.seed(), size.lived()));
            while (office.health().ledger().waiting() > 0) {
                Thread.sleep(50);
            }
            tell("%,d applications lived", size.lived());
            return office.register().directive(DIRECTIVE).orElseThrow().limits();
        }
    }

    /** As the superuser, for whom no trigger asks whether a row's stream is there. */
    private Connection connection() throws SQLException, IOException {
        var connection = superuser(data);
        connection.setAutoCommit(false);
        run(connection, "set session_replication_role = replica");
        run(connection, "set synchronous_commit = off");
        run(connection, "set maintenance_work_mem = '1GB'");
        run(connection, "set max_parallel_maintenance_workers = 2");
        connection.commit();
        return connection;
    }

    /** Of the embedded database of a folder, which runs. */
    public static Connection superuser(Path data) throws SQLException, IOException {
        var url = Files.readString(data.resolve("keys").resolve("address")).strip();
        var password = Keys.in(data).secret("superuser.password").base64();
        return DriverManager.getConnection(url, "postgres", password);
    }

    private static Set<String> taken(List<AgeTemplate> templates) {
        var taken = new HashSet<String>();
        templates.forEach(template -> taken.addAll(template.words()));
        return taken;
    }

    private void copy(AgePlan plan, Vault vault, Set<String> taken, Log log)
            throws InterruptedException, ExecutionException, SQLException {
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            var workers = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(() -> copyAll(plan, new AgeCopies(vault, taken), log));
            }
            for (var worker : threads.invokeAll(workers)) {
                worker.get();
            }
        }
        log.end();
    }

    private Boolean copyAll(AgePlan plan, AgeCopies copies, Log log)
            throws SQLException, IOException {
        try (var connection = connection()) {
            for (var chunk = plan.next(); chunk.isPresent(); chunk = plan.next()) {
                log.add(chunk.get().number(), copies.send(connection, chunk.get()));
                if (chunk.get().number() % 50 == 49) {
                    tell("%,d", plan.given());
                }
            }
        }
        return true;
    }

    /** The log above the entries: parts come in any order, and go into the tree in theirs. */
    private static final class Log {
        private final Connection connection;
        private final Map<Integer, List<Hash>> early = new HashMap<>();
        private MerkleTree tree;
        private int next;

        /** By level, the tile that is not full. */
        private final Map<Integer, Map.Entry<Tile, byte[]>> edge = new HashMap<>();

        private Log(Connection connection, MerkleTree tree) {
            this.connection = connection;
            this.tree = tree;
        }

        static Log of(Connection connection, long size) {
            return new Log(
                    connection,
                    MerkleTree.load(size, tile -> SequencerStore.read(connection, tile)));
        }

        synchronized void add(int part, List<Hash> leaves) throws SQLException {
            early.put(part, leaves);
            for (var now = early.remove(next); now != null; now = early.remove(next)) {
                var grown = tree.append(now);
                tree = grown.tree();
                var full = new ArrayList<Map.Entry<Tile, byte[]>>();
                grown.tiles()
                        .forEach((tile, hashes) -> {
                            edge.remove(tile.level());
                            if (tile.width() == Tile.WIDTH) {
                                full.add(Map.entry(tile, hashes));
                            } else {
                                edge.put(tile.level(), Map.entry(tile, hashes));
                            }
                        });
                write(full);
                next++;
            }
        }

        synchronized void end() throws SQLException {
            write(edge.values().stream().filter(tile -> LogTiles.isStored(tile.getKey())).toList());
        }

        private void write(Iterable<Map.Entry<Tile, byte[]>> tiles) throws SQLException {
            var sql =
                    """
                    insert into exeat.ledger_tile (level, n, hashes) values (?, ?, ?)
                    on conflict (level, n) do update set hashes = excluded.hashes
                    """;
            try (var insert = connection.prepareStatement(sql)) {
                int waiting = 0;
                for (var tile : tiles) {
                    insert.setInt(1, tile.getKey().level());
                    insert.setLong(2, tile.getKey().index());
                    insert.setBytes(3, tile.getValue());
                    insert.addBatch();
                    waiting++;
                    if (waiting % TILES_AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private static void cells(Connection owner, Map<ReportCounter, Long> cells)
            throws SQLException {
        run(owner, "create table exeat.loaded_cell (like exeat.report_cell including defaults)");
        var rows =
                new AgeRows("loaded_cell (directive, authority, measure, began, due, stripe, n)");
        cells.forEach((cell, n) ->
                rows.row()
                        .text(DIRECTIVE)
                        .text(cell.authority().text())
                        .text(cell.measure().name())
                        .day(Optional.of(cell.began()))
                        .day(cell.due())
                        .small(0)
                        .number(n));
        rows.send(owner);
        run(
                owner,
                """
                insert into exeat.report_cell as c (directive, authority, measure, began, due, stripe, n)
                select directive, authority, measure, began, due, stripe, n from exeat.loaded_cell
                on conflict on constraint report_cell_pkey
                do update set n = c.n + excluded.n
                """);
        run(owner, "drop table exeat.loaded_cell");
    }

    private void finish(Connection owner) throws SQLException {
        run(
                owner,
                """
                select setval(pg_get_serial_sequence('exeat.stream', 'id'),
                    (select max(id) from exeat.stream))
                """);
        owner.commit();
        owner.setAutoCommit(true);
        // Counters of ten years, as the clock has folded them day by day, and left no room behind.
        var today = LocalDate.ofInstant(Today.NOW, ZoneOffset.UTC);
        var fold = "select exeat.clerk_fold(date '%s', 100000)".formatted(today);
        while (number(owner, fold) > 0) {
            tell("counters folded");
        }
        run(owner, "vacuum full exeat.report_cell");
        run(owner, "vacuum exeat.work_item, exeat.report_cell, exeat.case_authority");
        run(owner, "analyze");
        run(owner, "checkpoint");
        tell("analyzed");
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
