package exeat.bench.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The PostgreSQL shared by all contestants of a run, in a temporary folder. No checkpoint happens
 * during a lap, so that no contestant pays for full-page writes caused by another.
 */
final class BenchPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "exeat";

    private final EmbeddedPostgres postgres;
    private final Path folder;

    private BenchPostgres(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    static BenchPostgres start(Path folder) throws IOException, SQLException {
        var postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        // Used because the library makes its default folder accessible to every
                        // user of the machine.
                        .setOverrideWorkingDirectory(
                                folder.toAbsolutePath().resolveSibling("program").toFile())
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("max_wal_size", "16GB")
                        .setServerConfig("checkpoint_timeout", "1h")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("pg_stat_statements.track_utility", "off")
                        .start();
        var server = new BenchPostgres(postgres, folder);
        try {
            server.fill();
        } catch (SQLException failed) {
            server.close();
            throw failed;
        }
        return server;
    }

    private void fill() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements");
            statement.execute("create role " + OWNER + " login createrole");
            statement.execute("create database exeat owner " + OWNER);
            for (var peer : new String[] {"flowable", "operaton", "pgbench"}) {
                statement.execute("create database " + peer);
            }
        }
    }

    int port() {
        return postgres.getPort();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?stringtype=unspecified", SUPERUSER, "");
    }

    /**
     * A connection pool for one contestant, with a connection per client, so that no client waits
     * for another.
     */
    HikariDataSource pool(String database, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(SUPERUSER);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    long one(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Whether commits are on disk when they return, according to the server's settings. */
    String durability() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select 'PostgreSQL ' || current_setting('server_version')
                                    || ', fsync ' || current_setting('fsync')
                                    || ', synchronous_commit ' || current_setting('synchronous_commit')
                                """)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The id of its main process. */
    long process() throws IOException {
        var line = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
        return Long.parseLong(line.strip());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
