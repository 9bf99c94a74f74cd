package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.database.UnpackedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where the towns of this process keep their data; what earlier runs left is deleted first. */
final class TownFolders {

    /** Of this process alone: others may test beside it. */
    private static final Path ALL =
            Path.of(
                            System.getProperty("exeat.towns", "target/towns"),
                            System.getProperty("exeat.fork", "1"))
                    .toAbsolutePath();

    private static boolean forgotten;

    private TownFolders() {}

    /** A new, empty folder. */
    static synchronized Path fresh() {
        try {
            if (!forgotten) {
                forgotten = true;
                forget();
            }
            return Files.createTempDirectory(Files.createDirectories(ALL), "town");
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The same with PostgreSQL's program in it. */
    static Path withProgram() {
        var folder = fresh();
        try {
            UnpackedProgram.into(folder, ALL.resolve("program"));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return folder;
    }

    private static void forget() throws IOException {
        if (!Files.isDirectory(ALL)) {
            return;
        }
        try (var files = Files.walk(ALL)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * With owners and modes, which the server insists on. The program is not copied but linked:
     * nobody writes to it.
     */
    static void copy(Path from, Path to) {
        try (var all = Files.list(from)) {
            for (var one : all.toList()) {
                var how = one.endsWith("program") ? "-al" : "-a";
                var copying = new ProcessBuilder("cp", how, one.toString(), to.toString());
                assertThat(copying.inheritIO().start().waitFor()).isZero();
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
