package exeat.store.database;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL on one folder: made, started, and reached as its superuser. One that does not start
 * says why.
 */
final class PostgresServer {

    /** The only way in which it lets anybody in, and which proves to them that it is itself. */
    static final String REQUIRED = "scram-sha-256";

    /**
     * The environment's name for the port. Other users of the machine read the words with which a
     * process was started, and could take the port before PostgreSQL has it; its environment is its
     * owner's alone.
     */
    static final String PORT = "PGPORT";

    private static final int TRIES = 5;

    static final String SUPERUSER = "superuser";

    /** How long it may take to start where nothing is brought back. */
    static final Duration STARTS = Duration.ofSeconds(60);

    private static final int LAST_LINES = 12;

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=''",
                    "password_encryption=scram-sha-256",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "max_connections=60",
                    // The log names no value and quotes no statement: either may be personal.
                    "log_error_verbosity=terse",
                    "log_statement=none",
                    "log_min_error_statement=panic",
                    "log_min_messages=error");

    /** Written by its supervisor alone. */
    private volatile int port;

    private final String password;

    private final Said said;

    private PostgresServer(int port, String password, Said said) {
        this.port = port;
        this.password = password;
        this.said = said;
    }

    /**
     * What a program, and what it started, says.
     *
     * @param lines the last ones, guarded by themselves
     * @param reading ends when they all have
     */
    private record Said(List<String> lines, Thread reading) {

        /** All that the ended ones said; the pipe may still hold some of it. */
        String last() throws InterruptedException {
            reading.join(1000);
            return PostgresServer.last(lines);
        }
    }

    /** Whether a database is in a folder whose superuser's password is not among the keys. */
    static boolean lacksKeys(Path folder, Keys keys) {
        return Files.exists(folder.resolve("PG_VERSION"))
                && keys.read(SUPERUSER + ".password").isEmpty();
    }

    /**
     * Starts it, and makes the database in an empty folder.
     *
     * @param program as {@link PostgresProgram} made it ready
     * @param patience how long it may take until it answers
     * @throws OfficeException {@link Code#DATABASE_AWAY} with what PostgreSQL said
     */
    static PostgresServer start(Path program, Path folder, Keys keys, Duration patience)
            throws IOException {
        keys.password(SUPERUSER);
        // As initdb reads it: the file's text.
        var password = keys.read(SUPERUSER + ".password");
        if (Files.notExists(folder.resolve("PG_VERSION"))) {
            initialise(program, folder, keys.file(SUPERUSER + ".password").toAbsolutePath());
        }
        var options =
                Stream.concat(SETTINGS.stream(), archiving(folder).stream())
                        .map(setting -> "-c " + setting)
                        .collect(Collectors.joining(" "));
        var arguments =
                List.of(
                        "-D",
                        folder.toString(),
                        "-o",
                        options,
                        "-w",
                        "-t",
                        Long.toString(patience.toSeconds()),
                        "start");
        for (int tries = 1; true; tries++) {
            int port = freePort();
            try {
                var said =
                        run(
                                program,
                                "pg_ctl",
                                arguments,
                                Map.of(PORT, Integer.toString(port)),
                                patience);
                return new PostgresServer(port, password, said);
            } catch (OfficeException failed) {
                // Somebody may have taken the port before PostgreSQL did; then it is another's.
                if (tries == TRIES || !isTaken(port)) {
                    throw failed;
                }
            }
        }
    }

    /**
     * Where a folder of that name lies beside the database, each piece of the write-ahead log is
     * put there when it is full, or after a minute, by PostgreSQL's own module for it; see {@code
     * WalArchiver}.
     */
    private static List<String> archiving(Path folder) {
        var staging = folder.resolveSibling(EmbeddedDatabase.ARCHIVING);
        return Files.isDirectory(staging)
                ? List.of(
                        "archive_mode=on",
                        "archive_library=basic_archive",
                        "basic_archive.archive_directory='" + staging + "'",
                        "archive_timeout=60")
                : List.of();
    }

    private static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    /** No trust for anybody, not even at first. */
    private static void initialise(Path program, Path folder, Path password) throws IOException {
        run(
                program,
                "initdb",
                List.of(
                        "-A",
                        "scram-sha-256",
                        "-U",
                        "postgres",
                        "-D",
                        folder.toString(),
                        "-E",
                        "UTF-8",
                        "--locale=C",
                        "--pwfile=" + password),
                Map.of(),
                STARTS);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to run as root; there it runs unshared. */
    static List<String> unshared() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0)
                ? List.of("unshare", "-U")
                : List.of();
    }

    /** What it said last, and whatever it starts goes on to say. */
    private static Said run(
            Path program,
            String name,
            List<String> arguments,
            Map<String, String> environment,
            Duration patience)
            throws IOException {
        var words = new ArrayList<>(unshared());
        words.add(program.resolve("bin").resolve(name).toString());
        words.addAll(arguments);
        var starting = new ProcessBuilder(words).redirectErrorStream(true);
        starting.environment().putAll(environment);
        var running = starting.start();
        running.getOutputStream().close();
        var lines = new ArrayList<String>();
        // The server inherits the pipe, so its end is the program's, not the pipe's. A virtual
        // thread would hold a processor's carrier as long as the server runs, and on two
        // processors two such reads stop every other virtual thread.
        var reading =
                Thread.ofPlatform()
                        .daemon()
                        .name("postgresql-says")
                        .start(() -> read(running.getInputStream(), lines));
        try {
            if (!running.waitFor(2L * patience.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
            if (running.waitFor() != 0) {
                throw new OfficeException(
                        Code.DATABASE_AWAY,
                        "the embedded PostgreSQL did not start; "
                                + name
                                + " said: "
                                + new Said(lines, reading).last());
            }
            return new Said(lines, reading);
        } catch (InterruptedException stopped) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static void read(InputStream said, List<String> lines) {
        try (var text =
                new java.io.BufferedReader(
                        new java.io.InputStreamReader(said, StandardCharsets.UTF_8))) {
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                synchronized (lines) {
                    lines.add(line.strip());
                    if (lines.size() > LAST_LINES) {
                        lines.removeFirst();
                    }
                }
            }
        } catch (IOException closed) {
            // The program has ended.
        }
    }

    private static String last(List<String> lines) {
        synchronized (lines) {
            return lines.isEmpty() ? "nothing" : String.join(" / ", lines);
        }
    }

    int port() {
        return port;
    }

    /**
     * Waits until it answers: one that brings back what was written lets nobody in before.
     *
     * @param process its first process
     * @throws OfficeException {@link Code#DATABASE_AWAY} with what it said, if it ends or takes
     *     longer than that
     */
    void await(ProcessHandle process, Duration patience) throws InterruptedException {
        long begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < patience.toNanos()) {
            try (var _ = superuser()) {
                return;
            } catch (SQLException notYet) {
                Thread.sleep(100);
            }
        }
        throw new OfficeException(
                Code.DATABASE_AWAY,
                "the embedded PostgreSQL did not start; it said: " + said.last());
    }

    /** The port for the next start; the program that took the old one may keep it. */
    int another() throws IOException {
        port = freePort();
        return port;
    }

    /** A connection of the superuser's. */
    Connection superuser() throws SQLException {
        // Named by its class: in a class loader where nothing has loaded it yet, no list has it.
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        // Another user of the machine may listen at a port that a dead database left.
        source.setProperty(PGProperty.REQUIRE_AUTH, REQUIRED);
        return source.getConnection("postgres", password);
    }
}
