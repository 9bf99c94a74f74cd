package exeat.desk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    }
}
