package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.PersonName;
import exeat.casework.value.birth.BirthDate;
import exeat.web.kit.PageTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperPrinterTest {

    static final TravelPaper PAPER =
            new TravelPaper(
                    "TA-4F7Q-22KM",
                    List.of(
                            new PersonName("Hang", "김", "철수"),
                            new PersonName("Hani", "金", "哲洙"),
                            new PersonName("Latn", "Kim", "Chŏl-su <b>&"),
                            new PersonName("Cyrl", "Ким", "Чхольсу")),
                    BirthDate.of(LocalDate.of(1931, 5, 7)),
                    "CN",
                    LocalDate.of(1963, 9, 1),
                    LocalDate.of(1964, 2, 28),
                    false,
                    "Yanji Public Security",
                    Optional.empty(),
                    Optional.empty());

    /** As many as pages print, in all the scripts that our fonts have. */
    static final List<PaperWords> WORDS =
            Stream.of("en", "ru", "ko", "zh")
                    .map(lang ->
                            new PaperWords(
                                    lang,
                                    key -> PageTexts.of(lang).say(key),
                                    PageTexts.of(lang)::born))
                    .toList();

    @Test
    void prints_number_dates_and_names_in_every_script() throws IOException {
        var bytes = new PaperPrinter(SheetFrame.NONE).print(PAPER, WORDS);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/authorisation.pdf"), bytes);

        assertThat(text(bytes))
                .contains("TA-4F7Q-22KM", "김철수", "金哲洙", "Kim Chŏl-su <b>&", "Ким Чхольсу")
                .contains("1931-05-07", "1964-02-28", "One departure", "Yanji Public Security");
        for (var one : WORDS) {
            assertThat(text(bytes).replaceAll("\\s", ""))
                    .as(one.language())
                    .contains(
                            one.says().apply("print.title").replaceAll("\\s", ""),
                            one.says().apply("print.one-way").replaceAll("\\s", ""))
                    .doesNotContain("print.", "@");
        }
    }

    /** Once it was four, and with a fifth language the directive's own was gone. */
    @Test
    void the_holders_language_english_and_all_of_the_directives_are_printed() {
        var offered = List.of("en", "ru", "qaa", "ko", "zh");
        assertThat(PaperWords.languages(offered, "ru", Set.of("qaa", "zh", "ko", "en")))
                .isEqualTo(offered);
        assertThat(PaperWords.languages(offered, "ru", Set.of("en", "zh")))
                .containsExactly("en", "ru", "zh");
        assertThat(PaperWords.languages(offered, "none", Set.of("not-offered")))
                .containsExactly("en");
    }

    @Test
    void more_languages_than_ours_are_all_on_the_one_page() throws IOException {
        var words = new ArrayList<>(WORDS);
        for (var made : List.of("qaa", "qab", "qac", "qad")) {
            // Long words, as in Russian, which no other language says.
            words.add(
                    2,
                    new PaperWords(
                            made,
                            key -> made + " " + PageTexts.of("ru").say(key),
                            PageTexts.of("ru")::born));
        }
        for (var frame : List.of(SheetFrame.NONE, SheetFrameTest.FRAME)) {
            var bytes = new PaperPrinter(frame).print(PAPER, words);
            Files.createDirectories(Path.of("target/papers"));
            Files.write(Path.of("target/papers/many-languages.pdf"), bytes);
            try (var document = Loader.loadPDF(bytes)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
            }
            var text = text(bytes).replaceAll("\\s", "");
            for (var one : words) {
                for (var key :
                        List.of("print.title", "print.born", "print.one-way", "print.note")) {
                    assertThat(text)
                            .as(one.language())
                            .contains(one.says().apply(key).replaceAll("\\s", ""));
                }
            }
        }
    }

    @Test
    void is_tagged_has_a_title_and_carries_every_font() throws IOException {
        try (var document = Loader.loadPDF(new PaperPrinter(SheetFrame.NONE).print(PAPER, WORDS))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).contains("TA-4F7Q-22KM");
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
