package exeat.desk.clock;

import exeat.config.BackupSettings;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.store.backup.LastBackup;
import exeat.store.backup.TestRestore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Restores the last backup from time to time, in a thread of its own, to find out whether it can be
 * restored. Only of the embedded database: it would need another one beside an outside one.
 */
public final class TestRestores {

    private static final System.Logger LOG = System.getLogger(TestRestores.class.getName());

    private final Path data;
    private final boolean embedded;
    private final Duration every;
    private final InstantSource clock;
    private final AtomicBoolean running = new AtomicBoolean();

    /** When the last one was tried, for where that cannot be recorded. */
    private volatile Instant tried = Instant.MIN;

    private TestRestores(Path data, boolean embedded, Duration every, InstantSource clock) {
        this.data = data;
        this.embedded = embedded;
        this.every = every;
        this.clock = clock;
    }

    /** Test restores of the office whose keys and database are in a folder. */
    public static TestRestores of(Path data, Config config, InstantSource clock) {
        TestRestore.clear(data);
        return new TestRestores(
                data,
                config.given(Settings.DATABASE_URL).isEmpty(),
                config.time(BackupSettings.TEST_EVERY),
                clock);
    }

    /**
     * Begins one, if it is time, the backup is where it was put, and none is under way.
     *
     * @return the thread that does it
     */
    public Optional<Thread> pass() {
        var backup = LastBackup.folder(data);
        if (!embedded
                || backup.filter(Files::isDirectory).isEmpty()
                || !isTime()
                || !running.compareAndSet(false, true)) {
            return Optional.empty();
        }
        return Optional.of(
                Thread.ofPlatform()
                        .daemon()
                        .name("test-restore")
                        .start(() -> test(backup.orElseThrow())));
    }

    private boolean isTime() {
        var since = clock.instant().minus(every);
        return !tried.isAfter(since)
                && TestRestore.last(data).filter(last -> last.at().isAfter(since)).isEmpty();
    }

    private void test(Path backup) {
        tried = clock.instant();
        try {
            var outcome = TestRestore.run(data, backup, clock.instant());
            if (!outcome.passed()) {
                LOG.log(System.Logger.Level.WARNING, "the test restore failed: " + outcome.what());
            }
        } finally {
            running.set(false);
        }
    }
}
