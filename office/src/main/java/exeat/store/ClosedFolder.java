package exeat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that only its owner may enter. */
public final class ClosedFolder {

    private static final String MODES = "rwx------";

    private ClosedFolder() {}

    /** Makes it, with those above it that are missing; one that is open to others is closed. */
    public static void make(Path folder) throws IOException {
        var closed = PosixFilePermissions.fromString(MODES);
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(closed));
        if (!Files.getPosixFilePermissions(folder).equals(closed)) {
            Files.setPosixFilePermissions(folder, closed);
        }
    }
}
