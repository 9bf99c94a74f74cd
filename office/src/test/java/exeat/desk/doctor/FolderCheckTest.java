package exeat.desk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.ClosedFolder;
import exeat.store.ledger.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {

    private static void mode(Path place, String modes) throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(modes));
    }

    @Test
    void a_folder_or_key_that_others_may_open_is_named_with_what_to_do(@TempDir Path data)
            throws IOException {
        var keys = Files.createDirectory(data.resolve("keys"));
        var key = Files.writeString(keys.resolve("keyset"), "x");
        mode(data, "rwx------");
        mode(keys, "rwx------");
        mode(key, "rw-------");
        assertThat(FolderCheck.of(data)).isEmpty();

        mode(key, "rw-r-----");
        assertThat(FolderCheck.of(data))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.level()).isEqualTo(Advice.Level.UNSAFE);
                    assertThat(one.what()).contains("keyset", "rw-r-----", "chmod go-rwx");
                });
        mode(keys, "rwxr-xr-x");
        mode(data, "rwxr-x---");
        assertThat(FolderCheck.of(data)).hasSize(3);
        mode(Files.createDirectory(data.resolve("drafts")), "rwxr-xr-x");
        mode(Files.createDirectory(data.resolve("ledger")), "rwx------");
        assertThat(FolderCheck.of(data)).hasSize(4);
    }

    @Test
    void what_is_made_in_the_data_folder_is_made_closed_and_what_was_open_is_closed(
            @TempDir Path data) throws IOException {
        ClosedFolder.make(data.resolve("a").resolve("b"));
        var open = Files.createDirectory(data.resolve("open"));
        mode(open, "rwxr-xr-x");
        ClosedFolder.make(open);
        new CheckpointFile(data).keep("x\n");
        for (var name : List.of("a", "a/b", "open", "ledger")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(data.resolve(name))))
                    .as(name)
                    .isEqualTo("rwx------");
        }
    }
}
