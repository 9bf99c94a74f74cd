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
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004) as a lossless image in black and white, with its quiet zone. A seventh
 * of it may be unreadable: level M, since a paper is folded and stained, and a code of level Q
 * would need smaller modules for the same place.
 *
 * @param modules along one side, the quiet zone included
 * @param png the image, in base64
 */
record QrCode(int modules, String png) {

    /** Printed so wide, a module has 4.7 dots at 300 to the inch, and readers need three. */
    private static final double MODULE_MM = 0.4;

    private static final int QUIET = 4;

    /** Each module is so many dots of the image: what scales it blurs an edge and not a module. */
    private static final int DOTS = 8;

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException if it is too long
     */
    static QrCode of(String text) {
        try {
            var hints =
                    Map.of(
                            EncodeHintType.ERROR_CORRECTION,
                            ErrorCorrectionLevel.M,
                            EncodeHintType.CHARACTER_SET,
                            StandardCharsets.UTF_8.name(),
                            EncodeHintType.MARGIN,
                            QUIET);
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            return new QrCode(matrix.getWidth(), png(matrix));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
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

    /** As an element of a sheet, in its own size. */
    String html(String alternative) {
        var size = String.format(Locale.ROOT, "%.1fmm", modules * MODULE_MM);
        return "<img src=\"data:image/png;base64,%s\" alt=\"%s\" style=\"width:%s;height:%s\"/>"
                .formatted(
                        png, PdfRenderer.escape(alternative).replace("\"", "&quot;"), size, size);
    }
}
