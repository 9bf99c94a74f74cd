package exeat.desk;

import exeat.config.BackupSettings;
import exeat.store.backup.WalArchiver;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import java.nio.file.Path;
import java.util.Optional;

/** The database that an office's settings name. */
final class OfficeDatabase {

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

    /** The embedded one, if another process runs it. */
    static Optional<Database> running(OfficeSettings settings, Keys keys) {
        return settings.jdbcUrl().isPresent()
                ? Optional.empty()
                : Database.running(keys, settings.config());
    }
}
