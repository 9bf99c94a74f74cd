package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import exeat.casework.value.PaperSeal;
import exeat.web.kit.PageTexts;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sealed paper as it comes out of a printer, and as a reader of codes sees it. */
class SealedPaperTest {

    private static final int DOTS = 300;
    private static final String ZONE =
            "V<UTOKIM<<CHEOLSU<<<<<<<<<<<<<<<<<<<<<<<<<<<\n"
                    + "4F7Q22KM<7CHN3105070<6402287<<<<<<<<<<<<<<<<";

    /** As long as one with a long name: the specimen of the published format. */
    private static String text = "";

    private static BufferedImage printed = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    private static byte[] pdf = {};

    @BeforeAll
    static void print() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SealedPaperTest.class.getResourceAsStream("seal.json"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        pdf = new PaperPrinter(SheetFrame.NONE).print(paper(), PaperPrinterTest.WORDS);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/sealed.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            printed = new PDFRenderer(document).renderImageWithDPI(0, DOTS, ImageType.GRAY);
        }
    }

    static TravelPaper paper() {
        var plain = PaperPrinterTest.PAPER;
        var place = new PaperSeal.Place("2026", 4711);
        return new TravelPaper(
                plain.number(),
                plain.names(),
                plain.birthDate(),
                plain.nationality(),
                plain.from(),
                plain.until(),
                plain.reentry(),
                plain.issuer(),
                Optional.of(new PaperSeal(text, ZONE, false, place)),
                Optional.of("https://exeat.example/seal"));
    }

    private static Optional<String> read(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        var seen =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        var hints =
                Map.of(
                        DecodeHintType.TRY_HARDER,
                        true,
                        DecodeHintType.POSSIBLE_FORMATS,
                        List.of(BarcodeFormat.QR_CODE));
        try {
            return Optional.of(new QRCodeReader().decode(seen, hints).getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    @Test
    void is_read_from_a_print_of_300_dots_to_the_inch() {
        assertThat(read(printed)).contains(text);
    }

    /** Farther askew this reader sees corners where none are; ours and others don't. */
    @Test
    void is_read_upside_down_and_askew() {
        for (double degrees : new double[] {180, 90, 2}) {
            assertThat(read(turned(degrees))).as(degrees + " degrees").contains(text);
        }
    }

    private static BufferedImage turned(double degrees) {
        var turn = new AffineTransform();
        int side = (int) Math.hypot(printed.getWidth(), printed.getHeight());
        turn.translate((side - printed.getWidth()) / 2.0, (side - printed.getHeight()) / 2.0);
        turn.rotate(Math.toRadians(degrees), printed.getWidth() / 2.0, printed.getHeight() / 2.0);
        var out = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        var pen = out.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(printed, new AffineTransformOp(turn, AffineTransformOp.TYPE_BILINEAR), 0, 0);
        pen.dispose();
        return out;
    }

    /** Grey paper, specks all over, and a brown ring as of a cup on the code itself. */
    @Test
    void is_read_when_it_is_stained() {
        var stained =
                new BufferedImage(
                        printed.getWidth(), printed.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = stained.createGraphics();
        pen.drawImage(printed, 0, 0, null);
        pen.setColor(new Color(0, 0, 0, 70));
        pen.fillRect(0, 0, printed.getWidth(), printed.getHeight());
        var chance = new Random(16);
        pen.setColor(Color.BLACK);
        for (int speck = 0; speck < 2_000; speck++) {
            pen.fillRect(
                    chance.nextInt(printed.getWidth()), chance.nextInt(printed.getHeight()), 2, 2);
        }
        pen.setColor(new Color(90, 60, 30));
        // About a fiftieth of the code, in its middle.
        pen.fillOval(printed.getWidth() * 3 / 4, printed.getHeight() * 27 / 100, 80, 80);
        pen.dispose();
        assertThat(read(stained)).contains(text);
    }

    @Test
    void is_one_page_that_says_to_a_screen_reader_what_the_code_is() throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(alternatives(document)).anyMatch(said -> said.startsWith("Signed code"));
        }
        assertThat(PaperPrinterTest.text(pdf).replaceAll("\\s", ""))
                .contains(ZONE.replace("\n", ""), "https://exeat.example/seal")
                .contains("spelledbyrule")
                .doesNotContain("@");
    }

    @Test
    void more_languages_than_ours_leave_room_for_the_code_and_the_zone() throws IOException {
        var words = new ArrayList<>(PaperPrinterTest.WORDS);
        for (var made : List.of("qaa", "qab", "qac", "qad")) {
            words.add(
                    2,
                    new PaperWords(
                            made,
                            key -> made + " " + PageTexts.of("ru").say(key),
                            PageTexts.of("ru")::born));
        }
        try (var document =
                Loader.loadPDF(new PaperPrinter(SheetFrame.NONE).print(paper(), words))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        var framed = new PaperPrinter(SheetFrameTest.FRAME).print(paper(), PaperPrinterTest.WORDS);
        try (var document = Loader.loadPDF(framed)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    private static List<String> alternatives(PDDocument document) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(COSDictionary.class::isInstance)
                .map(one -> ((COSDictionary) one).getString(COSName.ALT))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void a_paper_from_before_seals_has_neither_code_nor_zone() throws IOException {
        var old =
                new PaperPrinter(SheetFrame.NONE)
                        .print(PaperPrinterTest.PAPER, PaperPrinterTest.WORDS);
        assertThat(PaperPrinterTest.text(old)).doesNotContain("<<", "Signed code", "@");
    }

    /** Somebody else's reader, where it is installed. */
    @Tag("full")
    @Test
    void zbar_reads_it_too() throws Exception {
        var image = Path.of("target/papers/sealed.png").toAbsolutePath();
        ImageIO.write(printed, "png", image.toFile());
        Process zbar;
        try {
            zbar =
                    new ProcessBuilder("zbarimg", "--quiet", "--raw", image.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException missing) {
            org.junit.jupiter.api.Assumptions.abort("zbarimg is not installed");
            throw missing;
        }
        var said = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(zbar.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo(text);
    }
}
