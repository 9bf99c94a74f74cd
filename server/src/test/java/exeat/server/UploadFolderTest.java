package exeat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @TempDir Path data;

    private static UploadFolder folder(Path folder) {
        return new UploadFolder(folder, () -> NOW);
    }

    private Path file(Path folder, String name, Duration old) throws IOException {
        var file = Files.writeString(folder.resolve(name), "half a file");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(old)));
    }

    @Test
    void it_is_for_its_owner_alone_however_it_was_made_before() throws IOException {
        for (var name : new String[] {"fresh", "wide"}) {
            var folder = data.resolve(name);
            if (name.equals("wide")) {
                Files.createDirectory(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            folder(folder).open();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .as(name)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void what_a_killed_server_left_is_gone_at_the_start() throws IOException {
        var left = file(data, "left", Duration.ZERO);
        folder(data).open();
        assertThat(left).doesNotExist();
    }

    @Test
    void a_sweep_removes_what_a_broken_connection_left_and_nothing_that_still_comes_in()
            throws IOException {
        var broken = file(data, "broken", UploadFolder.LEFT.plusMinutes(1));
        var coming = file(data, "coming", UploadFolder.LEFT.minusMinutes(1));
        folder(data).sweep();
        assertThat(broken).doesNotExist();
        assertThat(coming).exists();
    }
}
