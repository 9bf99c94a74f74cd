package exeat.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unpacked is held to its checksum; a small archive stands for PostgreSQL's. */
final class PostgresProgramTest {

    private static byte[] archive = {};

    @TempDir private Path data = Path.of("");

    @BeforeAll
    static void pack() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            add(tar, "bin/postgres", 0755);
            add(tar, "lib/libpq.so.5", 0644);
            var link = new TarArchiveEntry("lib/libpq.so", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("libpq.so.5");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        archive = bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        var content = name.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private Path ready() throws IOException {
        return PostgresProgram.ready(data, Keys.in(data), archive);
    }

    private Path program() {
        return data.resolve("program");
    }

    @Test
    void a_library_that_was_slipped_in_or_taken_away_or_a_loosened_mode_is_found()
            throws Exception {
        ready();
        var lib = program().resolve("postgres/lib");
        var slipped = lib.resolve("libslipped.so");
        Files.writeString(slipped, "anything");
        ready();
        assertThat(slipped).doesNotExist();

        var bin = program().resolve("postgres/bin/postgres");
        Files.setPosixFilePermissions(bin, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxrwxrwx"));
        ready();
        assertThat(PostgresProgramIT.othersMayWrite(bin)).isFalse();
        assertThat(PostgresProgramIT.othersMayWrite(program())).isFalse();

        Files.delete(bin);
        ready();
        assertThat(bin).isExecutable();
    }

    @Test
    void a_program_without_its_checksum_is_not_believed() throws Exception {
        ready();
        var slipped = program().resolve("postgres/lib/libslipped.so");
        Files.writeString(slipped, "anything");
        Files.delete(Keys.in(data).file(PostgresProgram.CHECKSUM));
        ready();
        assertThat(slipped).doesNotExist();
    }

    @Test
    void a_folder_or_file_of_another_user_and_a_link_in_its_place_are_refused() throws Exception {
        assumeTrue(Files.getAttribute(data, "unix:uid").equals(0), "only root gives files away");
        ready();
        var bin = program().resolve("postgres/bin/postgres");
        Files.setAttribute(bin, "unix:uid", 65_534, LinkOption.NOFOLLOW_LINKS);
        refused("belongs to another user");
        Files.setAttribute(bin, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(program(), "unix:uid", 65_534, LinkOption.NOFOLLOW_LINKS);
        refused("belongs to another user");
        Files.setAttribute(program(), "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
        var elsewhere = data.resolve("elsewhere");
        Files.move(program(), elsewhere);
        Files.createSymbolicLink(program(), elsewhere);
        refused("is not a folder");
    }

    private void refused(String why) {
        assertThatThrownBy(this::ready)
                .isInstanceOfSatisfying(
                        OfficeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(Code.DATABASE_UNFIT))
                .hasMessageContaining(why);
    }
}
