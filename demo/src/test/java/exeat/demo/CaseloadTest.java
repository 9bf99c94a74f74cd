package exeat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.SampleAnswers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseloadTest {

    private static final SampleAnswers ANSWERS = Packs.answers1963();

    private static final Focus EVERYWHERE = Focus.everywhere(Packs.prc1963().authorities());

    private static final Path EXPECTED =
            Path.of(
                    Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root"),
                    "demo/src/test/resources/exeat/demo/caseload-1963.sha256");

    private static CaseloadFile file(long seed, int applications) {
        return CaseloadFile.of(
                Caseload.of(seed, applications, ANSWERS, EVERYWHERE), Packs.prc1963().vocabulary());
    }

    /** A file, so that a new fact in the pack changes it, and no line of Java. */
    @Test
    void the_same_seed_gives_the_same_bytes_for_ever() throws Exception {
        var text = file(1963, 200).text();
        var digest = MessageDigest.getInstance("SHA-256");
        var hash = HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(EXPECTED, hash + "\n");
        }
        assertThat(EXPECTED).hasContent(hash);
        assertThat(file(1964, 200).text()).isNotEqualTo(text);
    }

    @Test
    void the_whole_file_is_its_parts_and_lines_are_counted_through() {
        var file = file(7, 300);
        var lines = file.text().lines().toList();
        long found = 0;
        for (int day = 0; day < Caseload.FILING_DAYS; day++) {
            var part = file.part(day);
            for (int i = 0; i < part.rows().size(); i++) {
                int line = (int) part.lineInFile(i + 2);
                assertThat(lines.get(line - 1)).isEqualTo(part.rows().get(i));
                found++;
            }
        }
        assertThat(found).isEqualTo(lines.size() - 1);
        assertThat(file.part(Month.DAYS).households()).isEmpty();
    }

    @Test
    void there_are_single_people_couples_and_families_in_every_kind_of_case() {
        var households = Caseload.of(1963, Caseload.APPLICATIONS, ANSWERS, EVERYWHERE);
        assertThat(households).hasSize(5_000);
        var sizes = households.stream().map(h -> h.people().size()).collect(Collectors.toSet());
        assertThat(sizes).containsExactlyInAnyOrder(1, 2, 3, 4);
        var purposes =
                households.stream()
                        .map(h -> h.people().getFirst().purpose())
                        .collect(Collectors.toSet());
        assertThat(purposes).hasSize(3);
        assertThat(households.stream().map(Household::residence).distinct()).hasSize(17);
        assertThat(households)
                .allSatisfy(h -> assertThat(h.people().getFirst().guardians()).isEmpty());
    }
}
