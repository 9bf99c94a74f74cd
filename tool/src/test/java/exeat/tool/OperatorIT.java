package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("day")
@Tag("full")
class OperatorIT {

    private static final String TEXT =
            """
            May 4, 1961

            **A Letter on Ferries**

            Citation:

            "A Letter on Ferries", May 4, 1961, made up for a test.

            Summary:

            Nobody wrote it.

            Credits:

            None

            Original Language:

            Chinese

            Contents:

            Translation - English

            [To] the ferry [at] Tumen:

            The ferry goes at noon.

            \u25a1\u25a1

            It comes back [at] night.
            """;

    @Test
    void the_operator_reports_and_imports_and_sees_no_case(@TempDir Path data) throws IOException {
        var folder = data.toString();
        var text = Files.writeString(data.resolve("letter.txt"), TEXT);
        var nowhere = Ran.exeat("report", "cn", "--data", folder);
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no office in " + folder, "--data");
        assertThat(data.resolve("keys")).as("none was begun").doesNotExist();
        var settings = OfficeSettings.embedded(data, Ran.root().resolve("directives"));
        try (var _ = Office.open(settings, Today.clock())) {
            assertThat(Ran.exeat("report", "cn", "--format=json", "--data", folder).out())
                    .startsWith("{");
            reports(folder);
            imports(data, text);
            drafts(data);
        }
    }

    private static void reports(String folder) {
        var report = Ran.exeat("report", "cn", "--data", folder);
        assertThat(report.err()).isEmpty();
        assertThat(report.status()).isZero();
        assertThat(report.out()).startsWith("Situation of").contains("received");
        var csv = Ran.exeat("report", "jl-yanji", "--format", "csv", "--data", folder);
        assertThat(csv.out()).contains("jl-yanji-fa");
        assertThat(Ran.exeat("report", "jl-yanji", "--all", "--data", folder).out())
                .contains("Under prc-1963");
        assertThat(Ran.exeat("report", "cn", "--all", "--directive", "prc-1963").status())
                .isEqualTo(2);
        var unknown = Ran.exeat("report", "atlantis", "--data", folder);
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("atlantis");
    }

    private static void imports(Path data, Path text) throws IOException {
        var folder = data.toString();
        var imported = Ran.exeat("directive", "import", text.toString(), "--data", folder);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out())
                .contains("date        1961-05-04", "A Letter on Ferries", "\u25a1\u25a1");
        var id = imported.out().lines().findFirst().orElseThrow().replace("id", "").strip();
        assertThat(Ran.exeat("directive", "show", id, "--data", folder).out())
                .isEqualTo(imported.out());
        assertThat(Ran.exeat("directive", "list", "--data", folder).out()).contains(id, "prc-1963");

        var none = Files.writeString(data.resolve("none.txt"), "Dear diary,\n");
        var refused = Ran.exeat("directive", "import", none.toString(), "--data", folder);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("none.txt");
        assertThat(Ran.exeat("directive", "show", "nothing", "--data", folder).status())
                .isEqualTo(1);
    }

    private static void drafts(Path data) throws IOException {
        var folder = data.toString();
        var refusing = refusing(Files.createDirectory(data.resolve("refusing"))).toString();
        var draft = Ran.exeat("directive", "draft", refusing, "--data", folder);
        assertThat(draft.err()).isEmpty();
        assertThat(draft.out()).matches("/directives/refusing/proof/[0-9a-f]{64}\n");
        assertThat(Ran.exeat("directive", "list", "--data", folder).out())
                .containsPattern("refusing +draft, version ");
    }

    /** A pack with a rule that refuses. */
    private static Path refusing(Path folder) throws IOException {
        var packs = Ran.root().resolve("rules/src/test/resources/packs");
        try (var files = Files.list(packs.resolve("good"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var rules = packs.resolve("a-machine-refuses/rules.dmn");
        Files.copy(rules, folder.resolve("rules.dmn"), StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }
}
