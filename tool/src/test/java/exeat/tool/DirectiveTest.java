package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectiveTest {

    @Test
    void a_pack_is_shown_with_its_marks_where_they_stand() {
        var ran = Ran.exeat("directive", "show", "prc-1963");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("date        1963-08-08", "□□", "before paragraph 2.1", "[North]");
        assertThat(ran.outLines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void packs_are_listed_without_any_database(@TempDir Path folder) {
        var nowhere = folder.resolve("none").toString();
        var ran = Ran.exeat("directive", "list", "--data", nowhere);
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).containsPattern("prc-1963 +pack, version [^,]+, [0-9a-f]{16}");
    }

    @Test
    void a_form_is_printed_with_the_hash_of_its_bytes() throws NoSuchAlgorithmException {
        var lines = Ran.exeat("directive", "form", "prc-1963").outLines();
        assertThat(lines).hasSize(2);
        var bytes = lines.getFirst().getBytes(StandardCharsets.UTF_8);
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(lines.getLast()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(lines.getFirst()).startsWith("{").contains("exeat canonical form 1");
        var alone = Ran.exeat("directive", "form", "--hash", "prc-1963");
        assertThat(alone.outLines()).containsExactly(lines.getLast());
        assertThat(Ran.exeat("directive", "list", "--data", "none").out())
                .contains(lines.getLast().substring(0, 16));
    }

    @Test
    void a_file_that_cannot_be_read_is_a_fault(@TempDir Path folder) throws IOException {
        var binary = java.nio.file.Files.write(folder.resolve("b"), new byte[] {(byte) 0xff, 0});
        var ran = Ran.exeat("directive", "import", binary.toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("is not UTF-8 text");
    }
}
