package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CasePrinterTest {

    private static CaseSheet sheet(String language) {
        return new CaseSheet(
                language,
                "File 12ab",
                List.of("Under the directive prc-1963, version 1.0.", "Replacement names here."),
                "What happened",
                List.of("1 December 2026 · An office finished its part · Officer 7f3a"),
                "The record",
                List.of(
                        new CaseSheet.Step(
                                "2. An office finished its part",
                                "1 December 2026 · Officer 7f3a, 연길시 공안국",
                                List.of(
                                        new CaseSheet.Row(
                                                "Clearance", "identity <paper> & photograph"),
                                        new CaseSheet.Row("Подразделение", "延吉市公安局")),
                                "Commitment " + "ab".repeat(32))),
                "Checkpoint",
                Optional.of("exeat/log\n18\nroot"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_history_is_printed_whole_with_its_place_in_the_log() throws IOException {
        for (var language : List.of("en", "ko", "zh", "ru")) {
            var text = text(new CasePrinter(SheetFrame.NONE).print(sheet(language)));
            assertThat(text)
                    .contains("File 12ab", "prc-1963, version 1.0", "What happened")
                    .contains("2. An office finished its part", "identity <paper> & photograph")
                    .contains("연길시 공안국", "延吉市公安局", "Подразделение")
                    .contains("Checkpoint", "exeat/log");
            assertThat(text.replaceAll("\\s", "")).contains("Commitment" + "ab".repeat(32));
        }
    }

    @Test
    void the_page_says_the_same_and_nothing_in_it_is_markup() {
        assertThat(new CasePrinter(SheetFrame.NONE).page(sheet("ko")))
                .contains("<html lang=\"ko\">", "identity &lt;paper&gt; &amp; photograph")
                .doesNotContainPattern("@[A-Z-]+@");
    }
}
