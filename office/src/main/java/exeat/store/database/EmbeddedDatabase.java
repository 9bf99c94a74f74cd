package exeat.store.database;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.postgresql.PGConnection;

/**
 * The embedded PostgreSQL, for offices without their own; it runs in its own folder. It asks for a
 * password from its first moment on, listens on this machine alone, and a commit is on the disk
 * when it answers.
 *
 * <p>The process that opened it stops it, and brings it back if it dies before. After a {@code kill
 * -9} of that process the server lives on; the next start stops it first, and PostgreSQL recovers
 * what was committed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());

    /** The folder beside the database into which it puts its log, while there is one. */
    public static final String ARCHIVING = "archiving";

    private static final String NAME = "exeat";
    private static final String ADDRESS = "address";
    private static final Duration ORPHAN_STOPS = Duration.ofMinutes(2);
    private static final Duration STOPS = Duration.ofMinutes(5);

    private final Path folder;
    private final Keys keys;
    private final PostgresSupervisor revival;

    /** Those who connect to it, and must know where it listens after it was brought back. */
    private final List<IntConsumer> followers;

    private final Thread hook = new Thread(this::stop, "stops postgres");

    private EmbeddedDatabase(
            Path folder, Keys keys, PostgresSupervisor revival, List<IntConsumer> followers) {
        this.folder = folder;
        this.keys = keys;
        this.revival = revival;
        this.followers = followers;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * How the owner's role reaches a database. A program that listens at the address instead of the
     * database is never given a password in clear, nor its MD5, whatever they ask for; what the
     * address itself requires is kept.
     */
    public record Address(String url, String user, String password) {
        /** This address at another port of the machine. */
        Address at(int port) {
            return new Address(
                    url.replaceFirst("^(jdbc:postgresql://[^/:]+):[0-9]+/", "$1:" + port + "/"),
                    user,
                    password);
        }

        public Address {
            url = url.contains("requireAuth=") ? url : with(url, "requireAuth=!password,!md5");
        }

        /** This address with one more parameter. */
        public String with(String parameter) {
            return with(url, parameter);
        }

        private static String with(String url, String parameter) {
            return url + (url.contains("?") ? "&" : "?") + parameter;
        }
    }

    /**
     * Starts it, and makes it in an empty folder.
     *
     * @throws OfficeException {@link Code#DATABASE_AWAY} when it does not start
     */
    public static EmbeddedDatabase start(Path data, Keys keys) {
        return start(data, keys, PostgresServer.STARTS);
    }

    /**
     * Starts a database that first brings back what was written since it was copied.
     *
     * @param patience how long that may take
     */
    public static EmbeddedDatabase start(Path data, Keys keys, Duration patience) {
        var folder = data.toAbsolutePath().resolve("postgres");
        if (PostgresServer.lacksKeys(folder, keys)) {
            throw new OfficeException(
                    Code.KEYS, "the database in " + folder + " exists, but its keys are missing");
        }
        try {
            stopOrphan(folder);
            var program = PostgresProgram.ready(data, keys);
            var server = PostgresServer.start(program, folder, keys, patience);
            try {
                server.await(process(folder), patience);
                prepare(server, keys);
            } catch (SQLException | OfficeException failed) {
                stopOrphan(folder);
                throw failed;
            }
            write(keys, server.port());
            var followers = new CopyOnWriteArrayList<IntConsumer>();
            return new EmbeddedDatabase(
                    folder,
                    keys,
                    new PostgresSupervisor(
                            folder, process(folder), server, port -> moved(keys, followers, port)),
                    followers);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OfficeException(
                    Code.DATABASE_AWAY, "the embedded PostgreSQL did not start", stopped);
        } catch (IOException | SQLException broken) {
            throw new OfficeException(
                    Code.DATABASE_AWAY, "the embedded PostgreSQL did not start", broken);
        }
    }

    private static void write(Keys keys, int port) {
        keys.rewrite(
                ADDRESS,
                "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=%s"
                        .formatted(port, NAME, PostgresServer.REQUIRED));
    }

    private static void moved(Keys keys, List<IntConsumer> followers, int port) {
        followers.forEach(follower -> follower.accept(port));
        try {
            write(keys, port);
        } catch (OfficeException full) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the address of PostgreSQL cannot be written; commands will not find it");
        }
    }

    /** Tells the port each time that it is brought back. */
    void follow(IntConsumer follower) {
        followers.add(follower);
    }

    /** The owner is an ordinary role: only it migrates, and it is no superuser. */
    private static void prepare(PostgresServer server, Keys keys) throws SQLException {
        try (var superuser = server.superuser()) {
            if (Sql.query(
                            superuser,
                            "select rolname from pg_roles where rolname = ?",
                            row -> row.getString("rolname"),
                            NAME)
                    .isEmpty()) {
                Sql.run(superuser, "create role exeat login createrole");
            }
            superuser
                    .unwrap(PGConnection.class)
                    .alterUserPassword(NAME, keys.password("owner").toCharArray(), "scram-sha-256");
            if (Sql.query(
                            superuser,
                            "select datname from pg_database where datname = ?",
                            row -> row.getString("datname"),
                            NAME)
                    .isEmpty()) {
                Sql.run(superuser, "create database exeat owner exeat");
            }
        }
    }

    /** Where the database of a data folder runs, if it does, by what its starter wrote down. */
    public static Optional<Address> written(Keys keys) {
        return Optional.of(keys.read(ADDRESS))
                .filter(url -> !url.isEmpty())
                .map(url -> new Address(url, NAME, keys.password("owner")));
    }

    /**
     * A connection of the superuser's to the database that runs.
     *
     * @throws SQLException when none runs
     */
    public static Connection superuser(Keys keys) throws SQLException {
        var password = keys.read(PostgresServer.SUPERUSER + ".password");
        return DriverManager.getConnection(running(keys).url(), "postgres", password);
    }

    /** A connection as the owner. */
    public static Connection owner(Keys keys) throws SQLException {
        var address = running(keys);
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static Address running(Keys keys) throws SQLException {
        return written(keys)
                .orElseThrow(() -> new SQLException("no embedded PostgreSQL runs", "08001"));
    }

    /**
     * Stops a live PostgreSQL of this very folder that nobody owns any more. Its file goes only
     * where the number in it is another process's meanwhile: by what a dead one left, the next one
     * knows whether some of its children still write.
     */
    static void stopOrphan(Path folder) throws IOException {
        var file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var pid = pid(file);
        var process = pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.filter(live -> isOf(live, folder)).isPresent()) {
            stop(process.get());
        } else if (process.isPresent() || pid.isEmpty()) {
            Files.deleteIfExists(file);
        }
    }

    /** The first process of the server that runs on a folder. */
    static ProcessHandle process(Path folder) throws IOException {
        return pid(folder.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new IOException("no PostgreSQL runs on " + folder));
    }

    /** The number in the first line; none in a file that was not written whole. */
    private static Optional<Long> pid(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::valueOf);
    }

    /**
     * A number in a file may meanwhile be another process: only a postgres on this folder counts.
     */
    private static boolean isOf(ProcessHandle process, Path folder) {
        var command = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            var words = Files.readString(command).split("\0");
            return words[0].endsWith("postgres")
                    && java.util.Arrays.asList(words).contains(folder.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static void stop(ProcessHandle orphan) throws IOException {
        // SIGINT is PostgreSQL's fast shutdown: it waits for no client.
        new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid())).start();
        // Java looks at a process that is no child of its own only three times a second.
        var deadline = System.nanoTime() + ORPHAN_STOPS.toNanos();
        while (orphan.isAlive()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted");
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "a PostgreSQL left over from a crash does not stop: " + orphan.pid());
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** How its owner reaches it. */
    public Address address(Keys keys) {
        return written(keys).orElseThrow();
    }

    /** Waits until a server that was told to stop has written everything and is gone. */
    public static void awaitStopped(Path folder) throws IOException {
        var file = folder.resolve("postmaster.pid");
        var deadline = System.nanoTime() + STOPS.toNanos();
        while (Files.exists(file)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL in " + folder + " does not stop");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Whether it is there; see {@link PostgresSupervisor}. */
    public boolean isUp() {
        return revival.isUp();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException already) {
            // The machine is going down, and the hook does the same.
        }
        stop();
    }

    private void stop() {
        revival.close();
        try {
            stopOrphan(folder);
        } catch (IOException broken) {
            throw new OfficeException(Code.DATABASE_AWAY, "PostgreSQL does not stop", broken);
        }
        forgotten();
    }

    /** Somebody else may have the port by now, and nobody is to sign in there. */
    private void forgotten() {
        try {
            keys.rewrite(ADDRESS, "");
        } catch (OfficeException gone) {
            // The folder of the keys is gone, and the address with it.
        }
    }
}
