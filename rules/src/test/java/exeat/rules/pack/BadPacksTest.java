package exeat.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import exeat.rules.Golden;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packs that must not be loaded. Each folder holds the files in which it differs from the good one,
 * and the problems that are to be reported, all of them.
 */
class BadPacksTest {

    private static final Path PACKS = Packs.root().resolve("rules/src/test/resources/packs");

    @Test
    void the_pack_that_the_bad_ones_differ_from_is_good() throws PackException {
        assertThat(Pack.read(PACKS.resolve("good")).ref().version()).isEqualTo("1");
    }

    @TestFactory
    Stream<DynamicTest> a_bad_pack_is_refused_with_everything_that_is_wrong() throws IOException {
        try (var folders = Files.list(PACKS)) {
            return folders
                    .filter(folder -> !folder.endsWith("good"))
                    .sorted()
                    .map(folder ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(folder.getFileName()), () -> check(folder)))
                    .toList()
                    .stream();
        }
    }

    @Test
    void a_link_that_leaves_the_pack_is_named_and_its_text_is_not(@TempDir Path above)
            throws IOException {
        var secret = Files.writeString(above.resolve("secret"), "a text of somebody's own");
        var pack = Files.createDirectory(above.resolve("boats"));
        Files.createSymbolicLink(pack.resolve("record.yaml"), secret);
        var inside = Files.createDirectory(pack.resolve("..data"));
        Files.writeString(inside.resolve("rules.dmn"), "<none/>");
        Files.createSymbolicLink(pack.resolve("rules.dmn"), inside.resolve("rules.dmn"));
        var refused = catchThrowableOfType(PackException.class, () -> Pack.read(pack));
        assertThat(refused.getMessage())
                .contains("record.yaml: file: is a link to a file outside the pack")
                .doesNotContain("rules.dmn: file: is a link", "somebody");
    }

    @Test
    void a_missing_file_and_a_foreign_file_are_named() {
        var foreign = Map.of("rules.txt", new byte[0], "record.yaml", new byte[0]);
        assertThat(problems("boats", foreign))
                .containsExactly(
                        "authorities.yaml: file: is missing",
                        "rules.dmn: file: is missing",
                        "rules.txt: file: is not a file of a pack",
                        "vocabulary.yaml: file: is missing");
        var nowhere =
                catchThrowableOfType(
                        PackException.class, () -> Pack.read(PACKS.resolve("not-there")));
        assertThat(nowhere).hasMessage("not-there: folder: is not a folder that can be read");
    }

    @Test
    void a_pack_read_back_from_its_bytes_is_the_same() throws PackException {
        var files = Pack.files(PACKS.resolve("good"));
        var again = Pack.read("good", new HashMap<>(files));
        assertThat(again.ref()).isEqualTo(Pack.read(PACKS.resolve("good")).ref());
        var changed = new HashMap<>(files);
        changed.merge(
                "record.yaml",
                " \n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                BadPacksTest::join);
        var other = Pack.read("good", changed);
        assertThat(other.filesHash()).isNotEqualTo(again.filesHash());
        assertThat(other.ref()).isEqualTo(again.ref());
    }

    private static byte[] join(byte[] left, byte[] right) {
        var both = java.util.Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    private static void check(Path folder) throws IOException, PackException {
        var files = new TreeMap<>(Pack.files(PACKS.resolve("good")));
        try (var changed = Files.list(folder)) {
            for (var file : changed.filter(f -> !f.endsWith("problems.txt")).toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        var found = problems("boats", files).stream().collect(Collectors.joining("\n", "", "\n"));
        Golden.check(folder.resolve("problems.txt"), found);
    }

    private static List<String> problems(String id, Map<String, byte[]> files) {
        var thrown = catchThrowableOfType(PackException.class, () -> Pack.read(id, files));
        return Optional.ofNullable(thrown).stream()
                .flatMap(bad -> bad.problems().stream())
                .map(PackException.Problem::toString)
                .toList();
    }
}
