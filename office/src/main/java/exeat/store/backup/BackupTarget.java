package exeat.store.backup;

import exeat.store.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which office's database is copied or brought back.
 *
 * @param data the folder of its keys and, without {@code outside}, of its embedded PostgreSQL
 * @param outside its own PostgreSQL
 */
public record BackupTarget(Path data, Optional<OutsideDatabase> outside) {

    /**
     * A PostgreSQL server that the operator runs, instead of the embedded one.
     *
     * @param programs where {@code pg_dump} and {@code pg_restore} are; looked for if empty
     */
    public record OutsideDatabase(
            String url, String user, String password, Optional<Path> programs) {

        EmbeddedDatabase.Address address() {
            return new EmbeddedDatabase.Address(url, user, password);
        }
    }
}
