package exeat.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.InstallationKind;
import exeat.store.key.Keys;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One office's database, migrated, with a pool of connections for each role. Nothing here holds a
 * transaction longer than one call.
 */
public final class Database implements AutoCloseable {

    /**
     * The functions of the writer and of the door are planned once, for any batch and any session,
     * and look everything up row by row by an index, however long the tables were when the plan was
     * made.
     */
    private static final String PLANS =
            " -c plan_cache_mode=force_generic_plan -c jit=off -c enable_seqscan=off"
                    + " -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /** Somebody else held what was needed for longer than the limit. */
    private static final String LOCKED = "55P03";

    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final HikariDataSource door;
    private final HikariDataSource clerk;
    private final HikariDataSource sequencer;

    /** Changes when the embedded database was brought back at another port. */
    private volatile EmbeddedDatabase.Address address;

    private final Below below;
    private final List<Runnable> afterwards = new CopyOnWriteArrayList<>();

    /** What is underneath: whether it is known to be there, and how it is let go. */
    private interface Below extends AutoCloseable {
        default boolean isUp() {
            return true;
        }

        /** Is told the port each time that it changes; that of an outside database never does. */
        default void follow(IntConsumer follower) {
            Objects.requireNonNull(follower);
        }

        @Override
        void close();
    }

    private Database(EmbeddedDatabase.Address address, Keys keys, Below below, Config config) {
        var limit = config.time(Settings.DATABASE_STATEMENT);
        this.address = address;
        this.below = below;
        writer = pool(address, keys, Role.WRITER, 3, limit);
        reader = pool(address, keys, Role.READER, config.count(Settings.DATABASE_READERS), limit);
        door = pool(address, keys, Role.DOOR, 6, limit);
        clerk = pool(address, keys, Role.CLERK, 3, limit);
        sequencer = pool(address, keys, Role.SEQUENCER, 2, limit);
        below.follow(this::moved);
    }

    /** Connections from now on go there; those to the old place are dead. */
    private void moved(int port) {
        address = address.at(port);
        for (var pool : List.of(writer, reader, door, clerk, sequencer)) {
            if (pool.getDataSource() instanceof PGSimpleDataSource source) {
                source.setPortNumbers(new int[] {port});
            }
        }
    }

    /**
     * The embedded database of a data folder, started here and stopped when this closes.
     *
     * @throws OfficeException {@link Code#DATA_IN_USE} when another process has the folder
     */
    public static Database embedded(Path data, Keys keys) {
        return embedded(data, keys, Config.plain(data));
    }

    /** Opens the embedded database, with what is set about connections. */
    public static Database embedded(Path data, Keys keys, Config config) {
        var folder =
                DataFolder.take(data)
                        .orElseThrow(() ->
                                new OfficeException(
                                        Code.DATA_IN_USE,
                                        "another Exeat is running on "
                                                + data
                                                + "; stop it first"
                                                + " or name another folder"));
        try {
            var server = EmbeddedDatabase.start(data, keys);
            return closingOnFailure(
                    new Below() {
                        @Override
                        public boolean isUp() {
                            return server.isUp();
                        }

                        @Override
                        public void follow(IntConsumer follower) {
                            server.follow(follower);
                        }

                        @Override
                        public void close() {
                            server.close();
                            folder.close();
                        }
                    },
                    below ->
                            migrated(
                                    EmbeddedDatabase.written(keys).orElseThrow(),
                                    keys,
                                    below,
                                    config));
        } catch (OfficeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** The running database of a data folder that another process has; empty when none runs. */
    public static Optional<Database> running(Keys keys) {
        return running(keys, Config.plain(Path.of("")));
    }

    /** Connects to a running one, with what is set about connections. */
    public static Optional<Database> running(Keys keys, Config config) {
        return EmbeddedDatabase.written(keys)
                .filter(Database::answers)
                .map(address -> new Database(address, keys, () -> {}, config));
    }

    /** An outside database, whose owner the user is. */
    public static Database outside(String url, String user, String password, Keys keys) {
        return outside(url, user, password, keys, Config.plain(Path.of("")));
    }

    /** Opens an outside database, with what is set about connections. */
    public static Database outside(
            String url, String user, String password, Keys keys, Config config) {
        return migrated(new EmbeddedDatabase.Address(url, user, password), keys, () -> {}, config);
    }

    private static Database migrated(
            EmbeddedDatabase.Address address, Keys keys, Below below, Config config) {
        Migration.run(address, keys);
        var database = new Database(address, keys, below, config);
        var mark = InstallationKind.keyMark(keys);
        try {
            if (!database.isKeyMark(mark)) {
                throw new OfficeException(
                        Code.KEYS, "the keys in the data folder do not belong to this database");
            }
            return database;
        } catch (SQLException | OfficeException failed) {
            database.closePools();
            throw failed instanceof OfficeException office ? office : away(failed);
        }
    }

    /** Whether the keys are those with which this database began; the first ones are. */
    private boolean isKeyMark(Bytes mark) throws SQLException {
        try (var connection = clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_key_check(?) as same",
                            row -> row.getBoolean("same"),
                            mark)
                    .orElse(false);
        }
    }

    private static Database closingOnFailure(
            Below below, java.util.function.Function<Below, Database> open) {
        try {
            return open.apply(below);
        } catch (RuntimeException failed) {
            closeQuietly(below, failed);
            throw failed;
        }
    }

    private static void closeQuietly(Below below, RuntimeException failed) {
        try {
            below.close();
        } catch (RuntimeException second) {
            failed.addSuppressed(second);
        }
    }

    private static boolean answers(EmbeddedDatabase.Address address) {
        try (var connection =
                DriverManager.getConnection(
                        address.with("connectTimeout=3"), address.user(), address.password())) {
            return connection.isValid(3);
        } catch (SQLException away) {
            return false;
        }
    }

    private static HikariDataSource pool(
            EmbeddedDatabase.Address address, Keys keys, Role role, int size, Duration limit) {
        var config = new HikariConfig();
        // Not the address itself, which Hikari would keep for ever.
        var source = new PGSimpleDataSource();
        source.setURL(address.url());
        config.setDataSource(source);
        config.setUsername(role.name(Migration.databaseName(address.url())));
        config.setPassword(keys.password(role.word()));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("exeat-" + role.word());
        config.setReadOnly(role == Role.READER);
        // A commit is on the disk when it answers, whatever the server's own default is.
        // The address may say otherwise.
        if (source.getOptions() == null) {
            source.setOptions(
                    "-c synchronous_commit=on"
                            + role.limit(limit)
                            + " -c idle_in_transaction_session_timeout=60s"
                            + (role == Role.WRITER || role == Role.DOOR ? PLANS : ""));
        }
        if (source.getSocketTimeout() == 0) {
            source.setSocketTimeout(Math.toIntExact(Math.max(60, 2 * limit.toSeconds())));
        }
        // A message of the server's may quote a row; the code is enough.
        source.setProperty(PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
        source.setTcpKeepAlive(true);
        return new HikariDataSource(config);
    }

    public DataSource writer() {
        return new CircuitBreaker(writer, below::isUp);
    }

    public DataSource reader() {
        return new CircuitBreaker(reader, below::isUp);
    }

    public DataSource door() {
        return new CircuitBreaker(door, below::isUp);
    }

    public DataSource clerk() {
        return new CircuitBreaker(clerk, below::isUp);
    }

    public DataSource sequencer() {
        return new CircuitBreaker(sequencer, below::isUp);
    }

    /** Is done once the database that was started here has stopped. */
    public void whenClosed(Runnable deed) {
        afterwards.add(deed);
    }

    /** A connection of the owner's, who sees every row. Only an audit asks for it. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** A connection of somebody else's to the same database. */
    public Connection as(String user, String password) throws SQLException {
        return DriverManager.getConnection(address.url(), user, password);
    }

    /** Whether the database answers now. */
    public boolean isReachable() {
        try (Connection connection = door().getConnection()) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    /** Whether the failure is of the way to the database, so that the same may work later. */
    public static boolean isAway(SQLException failure) {
        var state = Optional.ofNullable(failure.getSQLState()).orElse("08000");
        return state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || state.equals(LOCKED);
    }

    static OfficeException away(Exception cause) {
        return new OfficeException(Code.DATABASE_AWAY, "the database does not answer", cause);
    }

    private void closePools() {
        writer.close();
        reader.close();
        door.close();
        clerk.close();
        sequencer.close();
    }

    @Override
    public void close() {
        closePools();
        try {
            below.close();
        } finally {
            afterwards.forEach(Runnable::run);
        }
    }

    /** What a connection may do. The owner is none of these: it only migrates. */
    public enum Role {
        WRITER("writer"),
        READER("reader"),
        DOOR("door"),
        CLERK("clerk"),
        SEQUENCER("sequencer");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /**
         * How long a statement may take, so that nothing waits for ever. One that only reads is
         * ended. One that writes gives up when it waits so long for somebody else's lock, and at no
         * other time: a limit of the statement's own can fire while the commit waits, and then ends
         * that.
         */
        private String limit(Duration limit) {
            return this == READER
                    ? " -c statement_timeout=" + limit.toMillis()
                    : " -c statement_timeout=0 -c lock_timeout=" + limit.toMillis();
        }

        public String word() {
            return word;
        }

        /** Roles belong to the whole server: the name says for which database this one is. */
        public String name(String database) {
            return database + "_" + word();
        }

        public static Map<String, String> placeholders(String database) {
            var names = new java.util.HashMap<String, String>();
            for (var role : values()) {
                names.put(role.word(), Migration.quoted(role.name(database)));
            }
            return names;
        }
    }
}
