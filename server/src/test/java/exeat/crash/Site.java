package exeat.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The real server as a process of its own, on a data folder that outlives it. Owns that process:
 * nobody else starts or kills it.
 */
final class Site implements AutoCloseable {

    private static final long READY_SECONDS = 120;

    private final Path root;
    private final Path data;
    private final int port;
    private Optional<Process> process = Optional.empty();

    Site(Path root, Path data) throws IOException {
        this.root = root;
        this.data = data;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    static Path jar(Path root) {
        return root.resolve("server/target/quarkus-app/quarkus-run.jar");
    }

    Path data() {
        return data;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it, and returns when the first page can be served. */
    void start() throws Exception {
        var limits = data.resolve("limits.yaml");
        // All of it comes from one address, and in one session.
        Files.writeString(
                limits,
                """
                limits:
                  requests: 100000000
                  sessions: 100000000
                  filings: 100000000
                  filings-in-all: 100000000
                  acts: 100000000
                  acts-of-a-unit: 100000000
                """);
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dexeat.root=" + root,
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar(root).toString(),
                        "run",
                        "--config",
                        limits.toString(),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString(),
                        "--directives",
                        root.resolve("directives").toString());
        var log = ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile());
        var started = new ProcessBuilder(command).redirectError(log).start();
        process = Optional.of(started);
        var ready = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> ready.complete(saysReady(started)));
        if (!ready.get(READY_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "the server did not start: " + Files.readString(data.resolve("server.log")));
        }
    }

    /** Reads on after that, so that a full pipe never stops the server. */
    private static boolean saysReady(Process started) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("ready ")) {
                    Thread.ofVirtual().start(() -> drain(started));
                    return true;
                }
            }
        } catch (IOException ended) {
            return false;
        }
        return false;
    }

    private static void drain(Process started) {
        try {
            started.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // It was killed, which is what this is for.
        }
    }

    /** {@code kill -9}, and waits until it is gone; its PostgreSQL lives on. */
    void kill() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroyForcibly();
            process.get().waitFor(20, TimeUnit.SECONDS);
        }
    }

    /** The first process of its PostgreSQL; empty while there is none. */
    Optional<ProcessHandle> postgres() throws IOException {
        var file = data.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    /** An interruption waits: what was started here is stopped here. */
    @Override
    public void close() throws IOException {
        process.ifPresent(running -> stop(running.toHandle()));
        postgres().ifPresent(Site::stop);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(slow -> {
                    process.destroyForcibly();
                    return process;
                })
                .join();
    }
}
