package exeat.tool.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Codes as scanners see them: at any number of dots a module, askew, grainy and jagged. */
class CodeReaderTest {

    private static final Path SPECIMEN =
            Path.of(System.getProperty("exeat.root", ".."))
                    .resolve("papers/src/test/resources/exeat/papers/seal/seal.json");

    private static final int LIGHT = 255;

    private static String text() throws IOException {
        return Files.readString(SPECIMEN).strip();
    }

    private static BitMatrix code(String text, ErrorCorrectionLevel level) throws WriterException {
        var hints =
                Map.of(
                        EncodeHintType.ERROR_CORRECTION,
                        level,
                        EncodeHintType.CHARACTER_SET,
                        "UTF-8",
                        EncodeHintType.MARGIN,
                        4);
        return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    }

    /** Each dot has the mean of what lies under it, so edges are grey where they are between. */
    private static GreyPicture scanned(BitMatrix code, double dots, double degrees) {
        int side = (int) (code.getWidth() * dots * 1.5);
        var greys = new byte[side * side];
        double cos = Math.cos(Math.toRadians(degrees)) / dots;
        double sin = Math.sin(Math.toRadians(degrees)) / dots;
        for (int at = 0; at < greys.length; at++) {
            int dark = 0;
            for (int part = 0; part < 9; part++) {
                int line = at / side;
                int third = part / 3;
                double x = at % side + part % 3 / 3.0 - side / 2.0;
                double y = line + third / 3.0 - side / 2.0;
                int column = (int) Math.floor(x * cos + y * sin + code.getWidth() / 2.0);
                int row = (int) Math.floor(y * cos - x * sin + code.getWidth() / 2.0);
                boolean on = Math.min(column, row) >= 0 && Math.max(column, row) < code.getWidth();
                dark += on && code.get(column, row) ? 1 : 0;
            }
            greys[at] = (byte) (LIGHT - dark * LIGHT / 9);
        }
        return new GreyPicture(greys, side, side);
    }

    private static GreyPicture changed(GreyPicture picture, Random chance, double grain) {
        var greys = picture.greys().clone();
        for (int at = 0; at < greys.length; at++) {
            double grey = (greys[at] & LIGHT) + grain * chance.nextGaussian();
            greys[at] = (byte) Math.clamp((int) grey, 0, LIGHT);
        }
        return new GreyPicture(greys, picture.width(), picture.height());
    }

    private static GreyPicture jagged(GreyPicture picture) {
        var greys = picture.greys().clone();
        for (int at = 0; at < greys.length; at++) {
            greys[at] = (byte) ((greys[at] & LIGHT) < 128 ? 0 : LIGHT);
        }
        return new GreyPicture(greys, picture.width(), picture.height());
    }

    /** As papers had it until 2 December 2026: level M, 4.7 dots a module at 300 to the inch. */
    @Test
    void papers_from_before_are_read_at_the_resolutions_of_scanners() throws Exception {
        var code = code(text(), ErrorCorrectionLevel.M);
        for (int resolution : new int[] {200, 290, 300, 310, 340, 400}) {
            assertThat(CodeReader.read(scanned(code, 0.4 / 25.4 * resolution, 0)))
                    .as("%d dots to the inch", resolution)
                    .contains(text());
        }
    }

    @Test
    void codes_are_read_askew_grainy_and_jagged() throws Exception {
        var code = code(text(), ErrorCorrectionLevel.L);
        for (double degrees : new double[] {2, 7, 45, 90, 181}) {
            var askew = scanned(code, 6, degrees);
            assertThat(CodeReader.read(askew)).as("%s degrees", degrees).contains(text());
            assertThat(CodeReader.read(jagged(askew)))
                    .as("%s degrees, in black and white", degrees)
                    .contains(text());
        }
        assertThat(CodeReader.read(changed(scanned(code, 6, 3), new Random(16), 40)))
                .as("grain")
                .contains(text());
    }

    /** The reader of zxing misses some codes at every resolution; which ones, chance says. */
    @Test
    void codes_are_read_whatever_their_signature_is() throws Exception {
        var chance = new Random(210);
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int n = 0; n < 40; n++) {
            var text = new StringBuilder("{\"sigvl\":\"");
            for (int at = 0; at < 880; at++) {
                text.append(letters.charAt(chance.nextInt(letters.length())));
            }
            var sealed = text + "\"}";
            for (var level :
                    new ErrorCorrectionLevel[] {ErrorCorrectionLevel.L, ErrorCorrectionLevel.M}) {
                assertThat(CodeReader.read(scanned(code(sealed, level), 4.72, 0)))
                        .as("number %d, level %s", n, level)
                        .contains(sealed);
            }
        }
    }

    @Test
    void a_picture_without_a_code_or_full_of_corners_of_codes_ends_soon() throws Exception {
        assertThat(CodeReader.read(new GreyPicture(new byte[1], 1, 1))).isEmpty();
        assertThat(CodeReader.read(new GreyPicture(new byte[400], 20, 20))).isEmpty();
        // What stands in the corners of a code, everywhere: the most that such a search can meet.
        int side = 1_200;
        var greys = new byte[side * side];
        for (int at = 0; at < greys.length; at++) {
            int ring = Math.max(Math.abs(at % side % 18 - 8), Math.abs(at / side % 18 - 8));
            greys[at] = (byte) (ring <= 2 || ring == 5 || ring == 6 ? 0 : LIGHT);
        }
        var full = new GreyPicture(greys, side, side);
        // A second or two; a search without limits would take hours, and a loaded machine minutes.
        assertThat(assertTimeoutPreemptively(Duration.ofMinutes(5), () -> CodeReader.read(full)))
                .isEmpty();
    }
}
