package exeat.pdf;

import static exeat.pdf.PdfRenderer.escape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Prints an applicant's receipt as a tagged PDF with the receipt attached: the text is for people,
 * the attachment for programs. It is attached uncompressed, so that a program can read it without a
 * PDF library.
 */
public final class ReceiptPrinter {

    private final SheetFrame frame;

    /** Prints with a frame around each page, or none. */
    public ReceiptPrinter(SheetFrame frame) {
        this.frame = frame;
    }

    private static final String FILE = "exeat-receipt.json";

    /**
     * The texts of the sheet, in its reader's language.
     *
     * @param language BCP 47
     * @param steps each step, and the number of its log entry
     */
    public record Content(
            String language,
            String title,
            List<String> told,
            List<String> steps,
            String stepsTitle,
            List<String> check,
            String command) {
        public Content {
            told = List.copyOf(told);
            steps = List.copyOf(steps);
            check = List.copyOf(check);
        }
    }

    /**
     * The receipt as a PDF.
     *
     * @param json in the form that {@code exeat.ledger.Receipt} writes
     */
    public byte[] print(Content sheet, String json) {
        try (var document = Loader.loadPDF(PdfRenderer.pdf(frame.around(html(sheet))))) {
            attach(document, json, sheet.title());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a receipt could not be printed", e);
        }
    }

    private static void attach(PDDocument document, String json, String title) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        file.setSubtype("application/json");
        file.setSize(bytes.length);
        var named = new PDComplexFileSpecification();
        named.setFile(FILE);
        named.setFileUnicode(FILE);
        named.setFileDescription(title);
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(FILE, named));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static String html(Content sheet) {
        return PdfRenderer.text("receipt.html")
                .replace("@LANG@", escape(sheet.language()))
                .replace("@SCRIPT@", PdfRenderer.script(sheet.language()))
                .replace("@TOLD@", paragraphs(sheet.told()))
                .replace("@STEPS-TITLE@", escape(sheet.stepsTitle()))
                .replace("@STEPS@", steps(sheet.steps()))
                .replace("@CHECK@", paragraphs(sheet.check()))
                .replace("@COMMAND@", escape(sheet.command()))
                .replace("@TITLE@", escape(sheet.title()));
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream()
                .map(text -> "<p>" + escape(text) + "</p>")
                .collect(Collectors.joining());
    }

    private static String steps(List<String> steps) {
        return steps.stream()
                .map(step -> "<li>" + escape(step) + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
    }
}
