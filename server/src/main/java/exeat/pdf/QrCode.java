package exeat.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004) as a lossless image in black and white, with its quiet zone. A
 * fourteenth of it may be unreadable: level L. Other levels need more modules in the same place,
 * and readers lose more codes to small modules than to stains (decision 210).
 *
 * @param modules along one side, the quiet zone included
 * @param png the image, in base64
 */
record QrCode(int modules, String png) {

    /**
     * Modules to the inch. A fiftieth of one is a whole number of dots at every resolution that
     * scanners and printers have: 150, 200, 300, 400, 600. Only a text that is longer than any name
     * makes it gets smaller ones.
     */
    private static final int[] TO_THE_INCH = {50, 60, 75};

    private static final double INCH_MM = 25.4;

    /** The place on the sheet. */
    private static final double MAX_MM = 60;

    private static final int QUIET = 4;

    /** The number of masks, which say which modules of a code are inverted (ISO/IEC 18004). */
    private static final int MASKS = 8;

    /**
     * How many dots of the image a module is wide: scaling the image then blurs an edge and not a
     * module.
     */
    private static final int DOTS = 8;

    /**
     * The code of a text; always the same one.
     *
     * @throws IllegalArgumentException if it is too long
     */
    static QrCode of(String text) {
        try {
            var modules = modules(text);
            return new QrCode(modules.getWidth(), png(modules));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }

    /**
     * The code with the mask that the encoder chooses, or else with the first mask under which
     * nothing but its corners looks like a corner. Readers accept all eight.
     */
    static BitMatrix modules(String text) throws WriterException {
        var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L);
        hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        hints.put(EncodeHintType.MARGIN, QUIET);
        var best = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        int corners = CodeCorners.count(best);
        for (int mask = 0; mask < MASKS && corners > CodeCorners.WANTED; mask++) {
            hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
            var other = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            int less = CodeCorners.count(other);
            if (less < corners) {
                best = other;
                corners = less;
            }
        }
        return best;
    }

    private static String png(BitMatrix matrix) {
        int side = matrix.getWidth() * DOTS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, matrix.get(x / DOTS, y / DOTS) ? 0xff000000 : 0xffffffff);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    /** The code as an element of a sheet, in its own size. */
    String html(String alternative) {
        var size = String.format(Locale.ROOT, "%.3fmm", side(modules));
        return "<img src=\"data:image/png;base64,%s\" alt=\"%s\" style=\"width:%s;height:%s\"/>"
                .formatted(
                        png, PdfRenderer.escape(alternative).replace("\"", "&quot;"), size, size);
    }

    /** The side of the code with the largest modules that fit. */
    private static double side(int modules) {
        return Arrays.stream(TO_THE_INCH)
                .mapToDouble(each -> modules * INCH_MM / each)
                .filter(side -> side <= MAX_MM)
                .findFirst()
                .orElse(MAX_MM);
    }
}
