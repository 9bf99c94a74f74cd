package exeat.desk;

import exeat.config.BackupSettings;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.backup.WalArchiver;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** The database that an office's settings name. */
final class OfficeDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private OfficeDatabase() {}

    /** Starts the embedded one, or reaches the one outside; migrated. */
    static Database open(OfficeSettings settings, Keys keys) {
        return settings.jdbcUrl().isPresent()
                ? Database.outside(
                        settings.jdbcUrl().get(),
                        settings.user().orElse(""),
                        settings.password().orElse(""),
                        keys,
                        settings.config())
                : embedded(settings, keys);
    }

    /** With an archive of its log, if the settings name one. */
    private static Database embedded(OfficeSettings settings, Keys keys) {
        var archive = settings.config().given(BackupSettings.ARCHIVE).map(Path::of);
        archive.ifPresent(_ -> WalArchiver.prepare(settings.data()));
        var database = Database.embedded(settings.data(), keys, settings.config());
        archive.ifPresent(folder -> {
            var archiver = WalArchiver.start(settings.data(), folder, keys);
            database.whenClosed(archiver::close);
        });
        return database;
    }

    /**
     * By what another process runs on the folder, or else by what is started here. A process that
     * has the folder and does not answer is waited for: it may be starting, or bringing its
     * database back after a crash.
     */
    static <T> T beside(
            OfficeSettings settings,
            Keys keys,
            Function<Database, T> reached,
            Supplier<T> started) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var running = running(settings, keys);
            if (running.isPresent()) {
                return reached.apply(running.get());
            }
            try {
                return started.get();
            } catch (OfficeException taken) {
                if (taken.code() != Code.DATA_IN_USE || System.nanoTime() > end) {
                    throw taken;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The embedded one, if another process runs it. */
    static Optional<Database> running(OfficeSettings settings, Keys keys) {
        return settings.jdbcUrl().isPresent()
                ? Optional.empty()
                : Database.running(keys, settings.config());
    }
}
