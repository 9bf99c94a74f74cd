package exeat.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own, with what it printed until it was ready or ended. */
final class StartedSite implements AutoCloseable {

    private static final long STOPS_SECONDS = 60;

    private final Process process;
    private final int port;
    private final List<String> printed;

    private StartedSite(Process process, int port, List<String> printed) {
        this.process = process;
        this.port = port;
        this.printed = List.copyOf(printed);
    }

    static Path jar(Path root) {
        return root.resolve("server/target/quarkus-app/quarkus-run.jar");
    }

    /** Starts one, and returns when it serves its first page, or ended without. */
    static StartedSite start(Path root, List<String> arguments) throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-Dexeat.root=" + root));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar(root).toString()));
        command.addAll(arguments);
        command.addAll(List.of("--port", Integer.toString(port)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new ArrayList<String>();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.add(line);
            if (line.startsWith("ready ")) {
                Thread.ofVirtual().start(() -> drain(lines));
                break;
            }
        }
        return new StartedSite(process, port, printed);
    }

    /** Reads on, so that a full pipe never stops the server. */
    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(java.io.Writer.nullWriter());
        } catch (IOException ended) {
            // It was stopped.
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    List<String> printed() {
        return printed;
    }

    /** The exit status of one that ended. */
    int status() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(STOPS_SECONDS, TimeUnit.SECONDS)
                .exceptionally(slow -> {
                    process.destroyForcibly();
                    return process;
                })
                .join();
    }
}
