package exeat.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.store.OfficeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @Test
    void a_folder_in_which_everybody_may_write_is_refused(@TempDir Path data) throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> DataFolder.take(data))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining("every user of this machine can write");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var taken = DataFolder.take(data).orElseThrow()) {
            assertThat(taken).isNotNull();
            assertThat(DataFolder.take(data)).as("another has it").isEmpty();
            assertThat(modes(data)).as("closed").isEqualTo("rwx------");
            assertThat(modes(data.resolve("exeat.lock"))).isEqualTo("rw-------");
        }
    }

    private static String modes(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Also where root runs it, whom modes do not stop. */
    @Test
    void a_read_only_folder_is_called_that(@TempDir Path data) throws Exception {
        var readOnly = Path.of("/proc/sys/kernel");
        assumeTrue(Files.isDirectory(readOnly), "a file system that takes no writing");
        assertThatThrownBy(() -> DataFolder.take(readOnly))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining("cannot be written");
        assertThat(data).isEmptyDirectory();
    }
}
