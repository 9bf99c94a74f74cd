package exeat.desk;

import exeat.store.database.Database;
import exeat.store.key.Keys;
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
                : Database.embedded(settings.data(), keys, settings.config());
    }

    /** The embedded one, if another process runs it. */
    static Optional<Database> running(OfficeSettings settings, Keys keys) {
        return settings.jdbcUrl().isPresent()
                ? Optional.empty()
                : Database.running(keys, settings.config());
    }
}
