package exeat.bench.cases;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a whole case costs, by table and index: bytes of write-ahead log (read from the log itself,
 * by {@code pg_walinspect}), rows written, and bytes at rest. None of it depends on how busy the
 * machine is.
 */
public final class CaseCost {

    private static final List<Integer> CLIENTS = List.of(64, 1);
    private static final int CASES = 1024;

    /** Fills caches and connections, and makes the first pages of each table. */
    private static final int WARM = 128;

    /** Cases of a quiet office, in which every command is placed in the log by itself. */
    private static final int QUIET = 8;

    /** Longer than the sequencer's pause. */
    private static final long PAUSE_MILLIS = 700;

    /** Lines of fewer bytes are one. */
    private static final double MIN_PART = 20;

    private final PrintStream out;

    public CaseCost(PrintStream out) {
        this.out = out;
    }

    /** Figures of one table or index, for one case. */
    private record Part(double log, double records, double rows, double rest) {

        static final Part NONE = new Part(0, 0, 0, 0);

        Part and(Part other) {
            return new Part(
                    log + other.log, records + other.records, rows + other.rows, rest + other.rest);
        }
    }

    /** Measures both, and returns true: there are no bars but those that tests hold. */
    public boolean run() throws Exception {
        try (var created = BenchOffice.create(false);
                var office = created.open()) {
            var server = created.postgres();
            var road = new DeskRoad(server, office, BriefedOfficers.of(office));
            try (var connection = server.connect("exeat");
                    var statement = connection.createStatement()) {
                statement.execute("create schema cost");
                statement.execute("create extension pg_walinspect schema cost");
                for (int clients : CLIENTS) {
                    drive(road, clients, WARM);
                    settled(connection);
                    lap(
                            connection,
                            new Lap(clients + " clients", CASES),
                            () -> drive(road, clients, CASES));
                }
                lap(connection, new Lap("a command at a time", QUIET), () -> quiet(road));
            }
        }
        return true;
    }

    private record Lap(String name, int cases) {}

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void lap(Connection connection, Lap lap, Work work) throws Exception {
        vacuum(connection);
        var sizes = numbers(connection, SIZES);
        var rows = numbers(connection, ROWS);
        var begin = text(connection, "select pg_current_wal_insert_lsn()::text");
        work.run();
        settled(connection);
        var end = text(connection, "select pg_current_wal_insert_lsn()::text");
        var parts = new TreeMap<String, Part>();
        log(connection, begin, end, lap.cases(), parts);
        double cases = lap.cases();
        add(parts, numbers(connection, ROWS), rows, n -> new Part(0, 0, n / cases, 0));
        vacuum(connection);
        add(parts, numbers(connection, SIZES), sizes, n -> new Part(0, 0, 0, n / cases));
        print(lap, parts);
    }

    private static void quiet(DeskRoad road) throws InterruptedException {
        for (int n = 0; n < QUIET; n++) {
            var run = road.run();
            for (var step : DeskRoad.Step.values()) {
                run.take(step);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private interface AsPart {
        Part of(long number);
    }

    private static void add(
            Map<String, Part> parts, Map<String, Long> now, Map<String, Long> before, AsPart as) {
        now.forEach((name, number) -> {
            long more = number - before.getOrDefault(name, 0L);
            if (more != 0) {
                parts.merge(name, as.of(more), Part::and);
            }
        });
    }

    private void print(Lap lap, Map<String, Part> parts) {
        var sum = parts.values().stream().reduce(Part.NONE, Part::and);
        out.printf(
                Locale.ROOT,
                "%n%s, one case%n%-44s %10s %9s %8s %10s%n",
                lap.name(),
                "",
                "log bytes",
                "records",
                "rows",
                "at rest");
        var others = Part.NONE;
        var sorted = new ArrayList<>(parts.entrySet());
        sorted.sort(Comparator.comparingDouble(e -> -e.getValue().log()));
        for (var part : sorted) {
            if (Math.max(part.getValue().log(), part.getValue().rest()) < MIN_PART) {
                others = others.and(part.getValue());
            } else {
                line(part.getKey(), part.getValue());
            }
        }
        line("others", others);
        line("all", sum);
    }

    private void line(String name, Part part) {
        out.printf(
                Locale.ROOT,
                "%-44s %10.0f %9.1f %8.1f %10.0f%n",
                name,
                part.log(),
                part.records(),
                part.rows(),
                part.rest());
    }

    /** Every whole record, for the table or index of its first block; commits have none. */
    private static final String LOG =
            """
            with b as (
                select distinct on (start_lsn) start_lsn, relfilenode, reltablespace, reldatabase,
                    record_length, resource_manager
                from cost.pg_get_wal_block_info(?::pg_lsn, ?::pg_lsn)
                order by start_lsn, block_id),
            named as (
                select coalesce(r.relname, case when b.reldatabase = 0 then 'shared'
                        else 'of another' end) as name, b.record_length
                from b
                cross join (select dattablespace from pg_database
                    where datname = current_database()) d
                left join lateral (
                    select coalesce(o.relname || ' (toast)', c.relname) as relname
                    from pg_class c
                    left join pg_class o on o.reltoastrelid = c.oid
                    where c.oid = pg_filenode_relation(
                        case when b.reltablespace = d.dattablespace then 0
                            else b.reltablespace end, b.relfilenode)) r on true)
            select name, sum(record_length)::bigint as bytes, count(*) as records
            from named group by name
            union all
            select i.resource_manager || ' ' || i.record_type, sum(i.record_length)::bigint, count(*)
            from cost.pg_get_wal_records_info(?::pg_lsn, ?::pg_lsn) i
            where i.block_ref is null group by 1
            """;

    private static void log(
            Connection connection, String begin, String end, double cases, Map<String, Part> parts)
            throws SQLException {
        try (var query = connection.prepareStatement(LOG)) {
            for (int at = 1; at <= 4; at++) {
                query.setString(at, at % 2 == 1 ? begin : end);
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    parts.merge(
                            rows.getString("name"),
                            new Part(
                                    rows.getLong("bytes") / cases,
                                    rows.getLong("records") / cases,
                                    0,
                                    0),
                            Part::and);
                }
            }
        }
    }

    private static final String ROWS =
            """
            select relname as name, n_tup_ins + n_tup_upd + n_tup_del as number
            from pg_stat_user_tables where schemaname = 'exeat'
            """;

    private static final String SIZES =
            """
            select coalesce(o.relname || ' (toast)', c.relname) as name,
                pg_relation_size(c.oid) as number
            from pg_class c left join pg_class o on o.reltoastrelid = c.oid
            where c.relkind in ('r', 'i', 't')
                and (c.relnamespace = 'exeat'::regnamespace or o.relnamespace = 'exeat'::regnamespace)
            """;

    private static Map<String, Long> numbers(Connection connection, String sql)
            throws SQLException {
        var numbers = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.put(rows.getString("name"), rows.getLong("number"));
            }
        }
        return numbers;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What is dead takes no room later, so it is not counted. */
    private static void vacuum(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum");
        }
    }

    /**
     * Waits until everything that follows is written: places in the log, and what each connection
     * has counted. Tokens of the search are made by the server, and are not in these figures.
     */
    private static void settled(Connection connection) throws SQLException, InterruptedException {
        while (!text(connection, "select count(*) from exeat.ledger_queue").equals("0")) {
            Thread.sleep(100);
        }
        Thread.sleep(3_000);
    }

    private static void drive(DeskRoad road, int clients, int cases) throws Exception {
        var failed = new AtomicReference<@Nullable Exception>();
        var ended = new CountDownLatch(clients);
        for (var client : road.clients(clients)) {
            Thread.ofPlatform()
                    .name("cost")
                    .start(() -> {
                        try {
                            for (int n = 0; n < cases / clients; n++) {
                                client.travel();
                            }
                        } catch (Exception failure) {
                            failed.set(failure);
                        } finally {
                            ended.countDown();
                        }
                    });
        }
        ended.await();
        var failure = failed.get();
        if (failure != null) {
            throw failure;
        }
    }
}
