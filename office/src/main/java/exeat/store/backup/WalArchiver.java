package exeat.store.backup;

import exeat.store.OfficeException;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the write-ahead log of the running embedded database into its archive, piece by piece.
 * PostgreSQL puts each piece down in a folder of the data folder, and does so as long as that
 * folder is there, however it was started: so no command that starts it alone makes a gap.
 */
public final class WalArchiver implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WalArchiver.class.getName());
    private static final String STAGING = EmbeddedDatabase.ARCHIVING;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Path staging;
    private final WalArchive archive;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Its thread's, and in the end its closer's. */
    private volatile String trouble = "";

    private WalArchiver(Path staging, WalArchive archive) {
        this.staging = staging;
        this.archive = archive;
        thread = Thread.ofPlatform().daemon().name("wal-archiver").unstarted(this::work);
    }

    /** From the next start on, the database puts its log down. */
    public static void prepare(Path data) {
        try {
            BackupFiles.make(data);
            BackupFiles.make(data.resolve(STAGING));
        } catch (IOException broken) {
            throw new OfficeException(
                    OfficeException.Code.BAD_INPUT,
                    data.resolve(STAGING) + " cannot be made",
                    broken);
        }
    }

    /** Since when the first piece has waited that is not in the archive; empty when none does. */
    public static Optional<Instant> waitsSince(Path data) {
        var staging = data.resolve(STAGING);
        if (!Files.isDirectory(staging)) {
            return Optional.empty();
        }
        try (var files = Files.list(staging)) {
            var oldest = Optional.<Instant>empty();
            for (var file : files.filter(WalArchive::isKept).toList()) {
                var since = Files.getLastModifiedTime(file).toInstant();
                oldest = Optional.of(oldest.filter(since::isAfter).orElse(since));
            }
            return oldest;
        } catch (NoSuchFileException taken) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Begins to take, in a thread of its own. */
    public static WalArchiver start(Path data, Path archive, Keys keys) {
        var archiver =
                new WalArchiver(data.resolve(STAGING), new WalArchive(archive, new Vault(keys)));
        archiver.thread.start();
        return archiver;
    }

    private void work() {
        try {
            do {
                take();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        try {
            archive.take(staging);
            trouble = "";
        } catch (IOException | RuntimeException failed) {
            var why = String.valueOf(failed.getMessage());
            if (!why.equals(trouble)) {
                LOG.log(System.Logger.Level.WARNING, "the log is not archived: " + why);
            }
            trouble = why;
        }
    }

    /** Takes what the database put down last; it has stopped. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        take();
    }
}
