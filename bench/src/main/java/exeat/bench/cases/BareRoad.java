package exeat.bench.cases;

import exeat.bench.cases.RowTemplate.Fresh;
import exeat.bench.cases.RowTemplate.Value;
import exeat.bench.cases.RowTemplate.Write;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A loop that knows in advance what to write and checks nothing: the rows that Exeat writes, into
 * the same tables and indexes, with prepared statements, one transaction for each command, and one
 * connection for each client. As in Exeat, a separate thread moves rows into the tables of the log.
 */
final class BareRoad implements Road {

    private static final int TILE = 256;
    private static final int HASH = 32;

    /** The last columns of a request: its stream, its first step and its last. */
    private static final int SPAN = 3;

    private final BenchPostgres server;
    private final List<List<Write>> steps;
    private final List<Connection> connections = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread sequencer;

    /** Why rows are no longer moved into the log; the figures are then void. */
    private volatile @Nullable SQLException stopped;

    BareRoad(BenchPostgres server, DeskRoad desk) throws SQLException {
        this.server = server;
        try (var connection = server.connect("exeat")) {
            steps = new RowTemplate(connection).of(desk);
            var tables = new ArrayList<>(RowTemplate.all());
            tables.addAll(RowTemplate.LEDGER);
            try (var statement = connection.createStatement()) {
                statement.execute("create schema bare");
                for (var table : tables) {
                    statement.execute(
                            "create table bare.%1$s (like exeat.%1$s including all)"
                                    .formatted(table));
                }
            }
        }
        sequencer = Thread.ofPlatform().name("bare-sequencer").start(this::sequence);
    }

    @Override
    public String name() {
        return "bare loop";
    }

    @Override
    public List<Road.Client> clients(int many) throws SQLException {
        var clients = new ArrayList<Road.Client>();
        for (int n = 0; n < many; n++) {
            if (connections.size() <= n) {
                var connection = server.connect("exeat");
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            clients.add(new Loop(connections.get(n), n));
        }
        return clients;
    }

    private final class Loop implements Road.Client {
        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();
        private final Map<Fresh, String> fresh = new EnumMap<>(Fresh.class);

        Loop(Connection connection, int stripe) {
            this.connection = connection;
            fresh.put(Fresh.STRIPE, Integer.toString(stripe));
        }

        @Override
        public void travel() throws SQLException {
            fresh.put(Fresh.KEY, "case/" + UUID.randomUUID());
            fresh.put(Fresh.NUMBER, random(7));
            fresh.put(Fresh.PAPER, random(7));
            fresh.put(Fresh.PLACE, random(7));
            fresh.put(Fresh.TOKEN, "\\x" + random(32));
            for (var step : steps) {
                fresh.put(Fresh.REQUEST, UUID.randomUUID().toString());
                try {
                    for (var write : step) {
                        write(write);
                    }
                    connection.commit();
                } catch (SQLException | RuntimeException failed) {
                    // Otherwise the other clients would wait for its locks.
                    connection.rollback();
                    throw failed;
                }
            }
        }

        private void write(Write write) throws SQLException {
            var statement = prepare(write.sql());
            int at = 1;
            for (var value : write.values()) {
                statement.setString(at++, text(value));
            }
            if (write.sql().endsWith("returning id")) {
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    fresh.put(Fresh.STREAM, rows.getString(1));
                }
                return;
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("not one row: " + write.sql());
            }
            if (write.sql().startsWith("insert into bare.request (")) {
                var queue =
                        prepare(
                                """
                                insert into bare.ledger_queue (stream, first, last, queued)
                                values (?, ?, ?, clock_timestamp())
                                """);
                int before = write.values().size() - SPAN;
                for (int n = 0; n < SPAN; n++) {
                    queue.setString(n + 1, text(write.values().get(before + n)));
                }
                queue.executeUpdate();
            }
        }

        private PreparedStatement prepare(String sql) throws SQLException {
            var statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            return statement;
        }

        private @Nullable String text(Value value) {
            var other = value.fresh();
            return other == null ? value.text() : Objects.requireNonNull(fresh.get(other));
        }
    }

    private static String random(int bytes) {
        var array = new byte[bytes];
        RANDOM.nextBytes(array);
        return HexFormat.of().formatHex(array);
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Sequences as often as Exeat's thread: one round, then a pause of half a second. */
    private void sequence() {
        try (var connection = server.connect("exeat")) {
            connection.setAutoCommit(false);
            long size = 0;
            while (!closing.await(500, TimeUnit.MILLISECONDS)) {
                size = turn(connection, size);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            stopped = failed;
        }
    }

    private static long turn(Connection connection, long size) throws SQLException {
        long more;
        try (var move =
                connection.prepareStatement(
                        """
                        with taken as (
                            delete from bare.ledger_queue
                            returning id, stream, first, last),
                        placed as (
                            insert into bare.ledger_span (place, stream, first, last)
                            select ? + sum(t.last - t.first + 1) over (order by t.id), t.stream,
                                t.first, t.last
                            from taken t)
                        select count(e.leaf) from taken t join bare.event e
                            on e.stream = t.stream and e.sequence between t.first and t.last
                        """)) {
            move.setLong(1, size);
            try (var rows = move.executeQuery()) {
                rows.next();
                more = rows.getLong(1);
            }
        }
        for (long tile = size / TILE; more > 0 && tile <= (size + more - 1) / TILE; tile++) {
            if (size + more >= (tile + 1) * TILE) {
                tile(connection, 0, tile, TILE);
            }
            if (tile > size / TILE) {
                tile(connection, 1, tile / TILE, tile % TILE);
            }
        }
        if (more > 0) {
            try (var publish =
                    connection.prepareStatement(
                            """
                            insert into bare.ledger_checkpoint (size, note, at)
                            values (?, repeat('n', 220), clock_timestamp())
                            """)) {
                publish.setLong(1, size + more);
                publish.executeUpdate();
            }
        }
        connection.commit();
        return size + more;
    }

    private static void tile(Connection connection, int level, long tile, long hashes)
            throws SQLException {
        try (var write =
                connection.prepareStatement(
                        """
                        insert into bare.ledger_tile (level, n, hashes) values (?, ?, ?)
                        on conflict (level, n) do update set hashes = excluded.hashes
                        """)) {
            var array = new byte[(int) hashes * HASH];
            RANDOM.nextBytes(array);
            write.setInt(1, level);
            write.setLong(2, tile);
            write.setBytes(3, array);
            write.executeUpdate();
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long crossed() throws SQLException {
        if (stopped != null) {
            throw new IllegalStateException("the bare loop's log", stopped);
        }
        return server.one("exeat", "select count(*) from bare.event where type = 'departed'");
    }

    @Override
    public void close() throws SQLException {
        closing.countDown();
        joined(sequencer);
        for (var connection : connections) {
            connection.close();
        }
    }
}
