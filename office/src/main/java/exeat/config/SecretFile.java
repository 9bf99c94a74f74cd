package exeat.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;

/** A file with a secret. Its content never appears in a message. */
final class SecretFile {

    private static final EnumSet<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private SecretFile() {}

    static Optional<String> problem(String text) {
        try {
            var file = Path.of(text);
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                return Optional.of("cannot be read: make the file, or correct its name");
            }
            if (!Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
                return Optional.of("other users may read it: chmod 600 " + file);
            }
            return read(file).isEmpty()
                    ? Optional.of("is empty: write the secret into its first line")
                    : Optional.empty();
        } catch (InvalidPathException | IOException broken) {
            return Optional.of("cannot be read: make the file, or correct its name");
        }
    }

    /** The secret itself; empty when the file has none. */
    static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .map(String::strip)
                .orElse("");
    }
}
