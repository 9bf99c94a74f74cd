package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.inspect.InspectedCase;
import exeat.rules.document.DirectiveRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CasePrinterTest {

    private static InspectedCase file(boolean revealed) {
        var step =
                new InspectedCase.Step(
                        2,
                        "clearance-done",
                        Instant.parse("2026-09-02T01:00:00Z"),
                        "officer 7f3a",
                        "jl-yanji-ps",
                        Map.of("clearance", "identity <paper> & photograph", "unit", "연길"),
                        "ab".repeat(32),
                        Optional.of(
                                        new InspectedCase.Entry(
                                                "01".repeat(32),
                                                "cd".repeat(32),
                                                "case/1",
                                                "2",
                                                "officer/li",
                                                "ef".repeat(32),
                                                "",
                                                Optional.of(17L),
                                                List.of()))
                                .filter(_ -> revealed));
        return new InspectedCase(
                "file 12ab",
                revealed,
                new DirectiveRef("prc-1963", "1.0", "ef".repeat(32)),
                Optional.of("exeat/log\n18\nroot"),
                List.of(step));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_history_is_printed_whole_with_its_place_in_the_log() throws IOException {
        var text = text(new CasePrinter().print(file(false)));
        assertThat(text)
                .contains("file 12ab", "prc-1963, version 1.0", "2. clearance done")
                .contains("officer 7f3a, jl-yanji-ps", "identity <paper> & photograph", "연길")
                .contains("Checkpoint", "exeat/log")
                .contains("replacement names here")
                .doesNotContain("entry 17");
        assertThat(text.replaceAll("\\s", ""))
                .contains("commitment" + "ab".repeat(32))
                .doesNotContain("cd".repeat(32));
        var named = text(new CasePrinter().print(file(true)));
        assertThat(named).contains("Shown with real names", "entry 17");
        assertThat(named.replaceAll("\\s", "")).contains("leaf" + "cd".repeat(32));
    }
}
