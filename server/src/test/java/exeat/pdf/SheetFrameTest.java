package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.kit.PageTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What training prints says so, in every language and on every page. */
class SheetFrameTest {

    static final SheetFrame FRAME =
            new SheetFrame(
                    PageTexts.LANGUAGES.stream()
                            .map(lang ->
                                    new PaperWords(
                                            lang,
                                            PageTexts.of(lang)::say,
                                            PageTexts.of(lang)::born))
                            .toList());

    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private static void says(String text, String key) {
        for (var lang : PageTexts.LANGUAGES) {
            assertThat(plain(text)).as(lang).contains(plain(PageTexts.of(lang).say(key)));
        }
    }

    @Test
    void a_travel_authorisation_stays_one_page_and_is_no_real_one() throws IOException {
        var bytes = new PaperPrinter(FRAME).print(PaperPrinterTest.PAPER, PaperPrinterTest.WORDS);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/training-authorisation.pdf"), bytes);

        var text = PaperPrinterTest.text(bytes);
        says(text, "training.word");
        says(text, "training.sheet");
        assertThat(text).contains("TA-4F7Q-22KM", "Yanji Public Security");
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).startsWith("TRAINING: ");
        }
    }

    @Test
    void each_page_of_a_long_sheet_says_it_at_its_edges() throws IOException {
        var step = new CaseSheet.Step("A step", "on a day", List.of(), "entry 7");
        var sheet =
                new CaseSheet(
                        "ko",
                        "A case with </style> and <title> in it",
                        List.of("about"),
                        "Story",
                        List.of("line"),
                        "Record",
                        Collections.nCopies(60, step),
                        "Checkpoint",
                        Optional.empty());
        var bytes = new CasePrinter(FRAME).print(sheet);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/training-case.pdf"), bytes);
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                says(stripper.getText(document), "training.word");
            }
        }
        assertThat(new CasePrinter(SheetFrame.NONE).page(sheet)).doesNotContain("training");
    }
}
