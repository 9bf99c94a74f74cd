package exeat.tool.seal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import exeat.tool.cli.UsageError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Finds the code in a picture of a paper: a scan or a photograph, as PNG or JPEG. */
final class SealImage {

    /**
     * What a picture may have, in bytes and in pixels; a page at 600 dots to the inch has 35
     * million.
     */
    static final int MOST = 64 * 1024 * 1024;

    private static final long MOST_PIXELS = 100_000_000;

    private SealImage() {}

    /** Whether these bytes begin as a picture does. */
    static boolean is(byte[] bytes) {
        boolean png = bytes.length > 3 && bytes[0] == (byte) 0x89 && bytes[1] == 'P';
        boolean jpeg = bytes.length > 3 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
        return png || jpeg;
    }

    /**
     * The text of the code; empty if none can be read.
     *
     * @throws UsageError if the picture is broken or too large
     */
    static Optional<String> text(byte[] picture) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UsageError("this picture cannot be read");
            }
            var reader = readers.next();
            reader.setInput(in);
            // Asked before it is unpacked: a small file may hold a picture that fills the memory.
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new UsageError("this picture has more than 100 million pixels");
            }
            var image = reader.read(0);
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
            return decoded(new RGBLuminanceSource(width, height, pixels));
        } catch (javax.imageio.IIOException broken) {
            throw new UsageError("this picture cannot be read", broken);
        }
    }

    private static Optional<String> decoded(RGBLuminanceSource picture) {
        var hints =
                Map.of(
                        DecodeHintType.TRY_HARDER,
                        true,
                        DecodeHintType.POSSIBLE_FORMATS,
                        List.of(BarcodeFormat.QR_CODE));
        try {
            var seen = new BinaryBitmap(new HybridBinarizer(picture));
            return Optional.of(new QRCodeReader().decode(seen, hints).getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }
}
