package exeat.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * Brings the embedded PostgreSQL back when it dies while Exeat lives: the same program with the
 * same arguments, on the same folder, as often as it takes. Each time it listens at another port,
 * for another user of the machine may have taken the last one. PostgreSQL recovers by itself what
 * was committed; whatever was under way is answered as if the way to the database was lost.
 */
final class PostgresSupervisor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PostgresSupervisor.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STARTS = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> command;
    private final PostgresServer server;
    private final IntConsumer moved;
    private final Thread thread;

    /** Owned by the thread below; everybody else only reads it. */
    private volatile boolean up = true;

    private volatile boolean closing;

    /**
     * Begins to watch.
     *
     * @param first the process that runs on the folder now
     * @param moved is told the port each time that it is back
     */
    PostgresSupervisor(Path folder, ProcessHandle first, PostgresServer server, IntConsumer moved)
            throws IOException {
        this.folder = folder;
        this.server = server;
        this.moved = moved;
        this.command = command(first);
        thread = Thread.ofPlatform().daemon().name("postgres-revival").start(() -> watch(first));
    }

    /** As it was started. PostgreSQL refuses to run as root, so that there it runs unshared. */
    private static List<String> command(ProcessHandle process) throws IOException {
        var words = new ArrayList<>(PostgresServer.unshared());
        var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        words.addAll(Arrays.asList(line.split("\0", -1)));
        words.removeLast();
        return List.copyOf(words);
    }

    /** Whether it is there; false from its death until it answers again. */
    boolean isUp() {
        return up;
    }

    private void watch(ProcessHandle first) {
        var now = first;
        try {
            while (!closing) {
                now.onExit().get();
                if (closing) {
                    return;
                }
                up = false;
                LOG.log(
                        System.Logger.Level.WARNING,
                        "PostgreSQL has crashed and is being" + " restarted");
                now = again();
                up = true;
                LOG.log(System.Logger.Level.WARNING, "PostgreSQL is running again");
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("nobody can wait for a process", broken);
        }
    }

    /** Until it is there: while the disk is full, or an old process still ends, it is not yet. */
    private ProcessHandle again() throws InterruptedException {
        while (true) {
            try {
                EmbeddedDatabase.stopOrphan(folder);
                var starting =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
                var port = Integer.toString(server.another());
                starting.environment().put(PostgresServer.PORT, port);
                var started = starting.start();
                if (answers(started)) {
                    moved.accept(server.port());
                    return EmbeddedDatabase.process(folder);
                }
                started.destroyForcibly();
                started.onExit().get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (IOException | ExecutionException | TimeoutException broken) {
                LOG.log(System.Logger.Level.DEBUG, "PostgreSQL has not started yet");
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean answers(Process started) throws InterruptedException {
        var deadline = System.nanoTime() + STARTS.toNanos();
        while (started.isAlive() && System.nanoTime() < deadline) {
            try (var connection = server.superuser()) {
                return connection.isValid(2);
            } catch (SQLException notYet) {
                started.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    /** From now on it is not brought back: it is about to be stopped. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
