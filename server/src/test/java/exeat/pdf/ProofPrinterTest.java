package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class ProofPrinterTest {

    private static ProofReport report(String pack) throws PackException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Prover.of(Pack.parse(Path.of(root, "directives", pack)));
    }

    /** Without the breaks of lines. */
    private static String printed(String name, ProofReport report) throws IOException {
        var bytes = new ProofPrinter(SheetFrame.NONE).print("A title <b>& more", report);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/proof-" + name + ".pdf"), bytes);
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle())
                    .contains(report.directive().id());
            for (var page : document.getPages()) {
                var resources = page.getResources();
                for (var font : resources.getFontNames()) {
                    assertThat(resources.getFont(font).isEmbedded()).isTrue();
                }
            }
        }
        // Without the line on top of each page, which may come in the middle of a sentence.
        var text =
                PaperPrinterTest.text(bytes)
                        .replaceAll("\\s+", " ")
                        .replaceAll("SHA-256 [0-9a-f]{64} \\d+ of \\d+ ", "");
        assertThat(text).contains("A title <b>& more").doesNotContain("@");
        return text;
    }

    @Test
    void a_proof_is_printed_with_the_hash_every_obligation_and_what_it_rests_on()
            throws IOException, PackException {
        var report = report("prc-1963");
        var text = printed("prc-1963", report);
        assertThat(text).contains(report.directive().hash()).contains(ProofReport.RESTS_ON);
        for (var obligation : Obligation.values()) {
            assertThat(text).contains(obligation.number() + " " + obligation.title());
        }
        assertThat(text).contains("Proved, with").doesNotContain("FAILED");
    }

    @Test
    void what_fails_is_printed_with_the_person_and_both_hashes() throws IOException, PackException {
        var report = report("eu-2003-86/national/chakroun-income");
        var text = printed("chakroun-income", report);
        assertThat(text).contains("FAILED", "Not proved", report.directive().hash());
        for (var above : report.against()) {
            assertThat(text).contains(above.hash());
        }
        var restriction = report.proof(Obligation.NO_RESTRICTION);
        assertThat(restriction.verdict()).isEqualTo(Verdict.FAILED);
        for (var failure : restriction.failures()) {
            assertThat(text).contains(failure.says(), failure.region());
            failure.turnsOn().forEach(fact -> assertThat(text).contains(fact.text()));
            failure.people().forEach(person -> assertThat(text).contains(person.comesOut()));
        }
    }

    @Test
    void every_link_is_printed_as_an_assumption() throws IOException, PackException {
        var report = report("eu-2003-86/national/k-and-a-examination");
        assertThat(report.assumptions()).isNotEmpty();
        assertThat(printed("k-and-a-examination", report)).contains(report.assumptions());
    }
}
