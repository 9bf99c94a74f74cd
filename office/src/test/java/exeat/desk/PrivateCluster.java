package exeat.desk;

import exeat.store.key.Keys;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An installed PostgreSQL on a private cluster: in its own folder, on a free loopback port, with a
 * password from the start. It is stopped and deleted when done.
 */
final class PrivateCluster implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final int SECONDS = 60;

    /** PostgreSQL does not run as root: uses the package's user, or else nobody. */
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    private final Path folder;
    private final Process server;
    private final int port;
    private final String password;

    private PrivateCluster(Path folder, Process server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** The programs of the newest PostgreSQL that the machine's packages installed, if one is. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (var versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(
                            Comparator.comparingInt(
                                    bin -> Integer.parseInt(version(bin).replaceAll("\\..*", ""))));
        }
    }

    private static String version(Path bin) {
        return String.valueOf(bin.getName(bin.getNameCount() - 2));
    }

    static PrivateCluster start(Path bin) throws IOException, InterruptedException, SQLException {
        var folder = Files.createTempDirectory("exeat-postgres");
        var password = "p" + Keys.random(16).hex();
        var secret = Files.writeString(folder.resolve("password"), password + "\n");
        give(folder, secret);
        var data = folder.resolve("data").toString();
        var made =
                as(
                                folder,
                                bin.resolve("initdb").toString(),
                                "--pgdata=" + data,
                                "--username=owner",
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C")
                        .start();
        if (!made.waitFor(SECONDS, TimeUnit.SECONDS) || made.exitValue() != 0) {
            made.destroyForcibly();
            throw new IOException("initdb: " + Files.readString(folder.resolve("log")));
        }
        int port = freePort();
        var server =
                as(
                                folder,
                                bin.resolve("postgres").toString(),
                                "-D",
                                data,
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "port=" + port,
                                "-c",
                                "unix_socket_directories=")
                        .start();
        var cluster = new PrivateCluster(folder, server, port, password);
        cluster.await();
        return cluster;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Hands the folder to whom PostgreSQL will run as. */
    private static void give(Path... files) throws IOException {
        if (isRoot()) {
            var users = files[0].getFileSystem().getUserPrincipalLookupService();
            for (var file : files) {
                Files.setOwner(file, users.lookupPrincipalByName(user()));
            }
        }
    }

    private static String user() throws IOException {
        var known = Files.readAllLines(Path.of("/etc/passwd"));
        return UNPRIVILEGED.stream()
                .filter(name -> known.stream().anyMatch(line -> line.startsWith(name + ":")))
                .findFirst()
                .orElseThrow(() -> new IOException("no unprivileged user: " + UNPRIVILEGED));
    }

    /** The command under an unprivileged user; {@code setpriv} becomes it, so signals reach it. */
    private static ProcessBuilder as(Path folder, String... command) throws IOException {
        var words = new ArrayList<String>();
        if (isRoot()) {
            words.addAll(
                    List.of("setpriv", "--reuid=" + user(), "--init-groups", "--inh-caps=-all"));
            words.add("--");
        }
        words.addAll(List.of(command));
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    private void await() throws IOException, InterruptedException {
        for (int tries = 0; tries < SECONDS * 5 && server.isAlive(); tries++) {
            try (var connection = DriverManager.getConnection(url("postgres"), "owner", password)) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                Thread.sleep(200);
            }
        }
        var log = Files.readString(folder.resolve("log"));
        close();
        throw new IOException("PostgreSQL does not start: " + log);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A role with the rights that the operator's guide names, and no more, and its database. */
    Reached office() throws SQLException {
        try (var owner = DriverManager.getConnection(url("postgres"), "owner", password);
                var statement = owner.createStatement()) {
            statement.execute(
                    "create role exeat login createrole password '" + password + "-exeat'");
            statement.execute("create database exeat owner exeat");
            try (var row = statement.executeQuery("show server_version_num")) {
                row.next();
                return new Reached(
                        url("exeat"), "exeat", password + "-exeat", row.getInt(1) / 10_000);
            }
        }
    }

    /** How an office reaches its database, and which PostgreSQL that is. */
    record Reached(String url, String user, String password, int version) {}

    @Override
    public void close() {
        try {
            // SIGINT is the fast shutdown: it waits for no client.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
            if (!server.waitFor(SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
