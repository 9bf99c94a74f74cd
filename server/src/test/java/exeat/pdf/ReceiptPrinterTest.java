package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.ledger.verify.ReceiptFile;
import exeat.ledger.verify.TreeHead.Unproven;
import exeat.web.kit.PageTexts;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class ReceiptPrinterTest {

    private static final String JSON =
            "{\n  \"format\" : \"exeat-receipt-1\",\n  \"number\" : \"김 EX-1 \\nendstream\"\n}\n";

    private static ReceiptPrinter.Content sheet(String language) {
        return new ReceiptPrinter.Content(
                language,
                "접수증 回执 Receipt <&>",
                List.of("EX-7K3M-9Q2P"),
                List.of("Step 1", "절차 2", "第三步"),
                "Steps",
                List.of("Check it."),
                "./exeat ledger verify");
    }

    @Test
    void the_receipt_is_attached_as_it_is_and_a_checker_finds_it() throws IOException, Unproven {
        var pdf = new ReceiptPrinter(SheetFrame.NONE).print(sheet("ko"), JSON);

        assertThat(ReceiptFile.text(pdf)).isEqualTo(JSON.strip());
        try (var document = Loader.loadPDF(pdf)) {
            var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("exeat-receipt.json");
            assertThat(
                            Objects.requireNonNull(files.get("exeat-receipt.json"))
                                    .getEmbeddedFile()
                                    .toByteArray())
                    .asString(java.nio.charset.StandardCharsets.UTF_8)
                    .isEqualTo(JSON);
        }
        assertThat(PaperPrinterTest.text(pdf))
                .contains("EX-7K3M-9Q2P", "절차 2", "第三步", "Receipt <&>", "ledger verify");
    }

    @Test
    void it_is_tagged_has_a_title_a_language_and_carries_every_font() throws IOException {
        for (var language : PageTexts.LANGUAGES) {
            try (var document =
                    Loader.loadPDF(
                            new ReceiptPrinter(SheetFrame.NONE).print(sheet(language), JSON))) {
                var catalog = document.getDocumentCatalog();
                assertThat(catalog.getMarkInfo().isMarked()).isTrue();
                assertThat(catalog.getLanguage()).isEqualTo(language);
                assertThat(document.getDocumentInformation().getTitle()).contains("Receipt");
                var resources = document.getPage(0).getResources();
                for (var name : resources.getFontNames()) {
                    assertThat(resources.getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void a_paper_without_a_receipt_says_so() {
        var pdf = PdfRenderer.pdf("<html lang=\"en\"><head><title>x</title></head><body/></html>");
        assertThatThrownBy(() -> ReceiptFile.text(pdf)).hasMessageContaining("contains no receipt");
    }
}
