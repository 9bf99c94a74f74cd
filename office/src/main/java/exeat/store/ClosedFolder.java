package exeat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders for the owner of the process alone: nobody else lists, reads or writes what is inside.
 */
public final class ClosedFolder {

    private static final Set<PosixFilePermission> ALONE =
            PosixFilePermissions.fromString("rwx------");

    private ClosedFolder() {}

    /**
     * Makes a folder, with those above it, or closes one that is there to everybody else.
     *
     * @throws IOException when it cannot be made, or belongs to somebody else
     */
    public static Path make(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ALONE));
        if (!Files.getPosixFilePermissions(folder).equals(ALONE)) {
            Files.setPosixFilePermissions(folder, ALONE);
        }
        return folder;
    }
}
