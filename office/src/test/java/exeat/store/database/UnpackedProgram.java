package exeat.store.database;

import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's program, unpacked once for all towns of this process: unpacking takes three seconds
 * of a processor. The office holds each to its checksum as ever.
 */
public final class UnpackedProgram {

    private static boolean isReady;

    private UnpackedProgram() {}

    /**
     * As if an office had run in the folder before: the program, and its checksum among the keys.
     *
     * @param shared where the program is unpacked when it is first asked for
     */
    public static synchronized void into(Path data, Path shared) throws IOException {
        var known = Keys.in(shared);
        if (!isReady) {
            PostgresProgram.ready(shared, known);
            isReady = true;
        }
        link(shared.resolve("program"), data.resolve("program"));
        Keys.in(data).rewrite(PostgresProgram.CHECKSUM, known.read(PostgresProgram.CHECKSUM));
    }

    private static void link(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var at = to.resolve(from.relativize(file));
                if (Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(at, Files.readSymbolicLink(file));
                } else if (Files.isDirectory(file)) {
                    Files.createDirectory(at);
                    Files.setPosixFilePermissions(at, Files.getPosixFilePermissions(file));
                } else {
                    Files.createLink(at, file);
                }
            }
        }
    }
}
