package exeat.bench.cases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The one server that everybody writes to: what Exeat embeds, with commits on the disk when they
 * answer. It runs on a throwaway folder.
 */
final class OnePostgres implements AutoCloseable {

    /** More than the clients of the largest round and everybody's pools together. */
    private static final String CONNECTIONS = "200";

    /** What makes an answer durable; read back from the server before anything is timed. */
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final String PASSWORD = "bench";

    private final EmbeddedPostgres server;
    private final Connection superuser;
    private final long postmaster;

    private OnePostgres(EmbeddedPostgres server, Path folder) throws IOException, SQLException {
        this.server = server;
        superuser =
                DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
    }

    static OnePostgres start(Path folder) throws IOException, SQLException {
        var server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", CONNECTIONS)
                        // No checkpoint while somebody is timed: its page images would fall to
                        // whoever has the bad luck.
                        .setServerConfig("checkpoint_timeout", "1h")
                        .setServerConfig("max_wal_size", "16GB")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("pg_stat_statements.track_utility", "off")
                        .start();
        var postgres = new OnePostgres(server, folder);
        postgres.checkDurable();
        postgres.run("create extension pg_stat_statements");
        return postgres;
    }

    private void checkDurable() throws SQLException {
        for (var setting : DURABLE) {
            if (!"on".equals(text("select current_setting('" + setting + "')"))) {
                throw new IllegalStateException(setting + " is not on");
            }
        }
    }

    /** What the server says of itself. */
    String description() throws SQLException {
        var settings = new TreeMap<String, String>();
        for (var setting : DURABLE) {
            settings.put(setting, text("select current_setting('" + setting + "')"));
        }
        return "PostgreSQL " + text("select current_setting('server_version')") + " " + settings;
    }

    /** A database and its owner, both of this name. */
    Database database(String name) throws SQLException {
        run("create role %s login createrole password '%s'".formatted(name, PASSWORD));
        run("create database %s owner %s".formatted(name, name));
        return new Database(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name),
                name,
                PASSWORD);
    }

    /** How an owner reaches a database. */
    record Database(String url, String user, String password) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    int port() {
        return server.getPort();
    }

    /** As the superuser, who sees the rows of every database of that name. */
    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", database));
    }

    /** What the server has done since it was started. */
    record Work(long logBytes, long statements, long transactions, long cpuTicks) {
        Work since(Work before) {
            return new Work(
                    logBytes - before.logBytes,
                    statements - before.statements,
                    transactions - before.transactions,
                    cpuTicks - before.cpuTicks);
        }
    }

    /** Counted by the server itself, whoever the client is. */
    Work work() throws SQLException, IOException {
        // Backends report what they counted once a second at the latest, and when they idle.
        try (var statement = superuser.createStatement()) {
            statement.execute("select pg_stat_clear_snapshot()");
            try (var row =
                    statement.executeQuery(
                            """
                            select pg_current_wal_lsn() - '0/0' as log,
                                (select coalesce(sum(calls), 0) from pg_stat_statements) as statements,
                                (select sum(xact_commit) from pg_stat_database) as transactions
                            """)) {
                row.next();
                return new Work(
                        row.getLong("log"),
                        row.getLong("statements"),
                        row.getLong("transactions"),
                        Cpu.ofTree(postmaster));
            }
        }
    }

    /** Everything on the disk and the page images paid, so that each round begins alike. */
    void checkpoint() throws SQLException {
        run("checkpoint");
    }

    private void run(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        return text(superuser, sql);
    }

    /** One text. */
    static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** One number. */
    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        var failed = new ArrayList<SQLException>();
        try {
            superuser.close();
        } catch (SQLException broken) {
            failed.add(broken);
        }
        server.close();
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }
}
