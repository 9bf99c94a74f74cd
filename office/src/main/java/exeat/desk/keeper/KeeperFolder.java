package exeat.desk.keeper;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.DataFolder;
import java.nio.file.Path;

/** The folder of one witness or signer, which no other process may use at the same time. */
final class KeeperFolder {

    private KeeperFolder() {}

    /**
     * Makes it if it is not there, closes it to others, and locks it.
     *
     * @throws OfficeException {@link Code#DATA_IN_USE} when another process has it
     */
    static DataFolder take(Path folder) {
        return DataFolder.take(folder)
                .orElseThrow(() ->
                        new OfficeException(
                                Code.DATA_IN_USE, "another process is running on " + folder));
    }
}
