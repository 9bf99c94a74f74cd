package exeat.tool.seal;

import exeat.tool.cli.UsageError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Finds the code in a picture of a paper: a scan or a photograph, as PNG or JPEG. */
final class SealImage {

    /**
     * What a picture may have, in bytes and in pixels; a page at 600 dots to the inch has 35
     * million.
     */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final long MAX_PIXELS = 100_000_000;

    private static final int OPAQUE = 0xff;

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
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                throw new UsageError("this picture has more than 100 million pixels");
            }
            return CodeReader.read(grey(reader.read(0)));
        } catch (javax.imageio.IIOException broken) {
            throw new UsageError("this picture cannot be read", broken);
        }
    }

    /** Row by row: all the colours of a page at once would take four times its greys. */
    static GreyPicture grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var greys = new byte[width * height];
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                greys[y * width + x] = (byte) grey(row[x]);
            }
        }
        return new GreyPicture(greys, width, height);
    }

    /** What is transparent is the paper. */
    private static int grey(int colour) {
        if (colour >>> 24 < OPAQUE / 2) {
            return OPAQUE;
        }
        int green = colour >> 8 & OPAQUE;
        return ((colour >> 16 & OPAQUE) + 2 * green + (colour & OPAQUE)) / 4;
    }
}
