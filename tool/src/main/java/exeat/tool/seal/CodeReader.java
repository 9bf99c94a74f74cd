package exeat.tool.seal;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the QR code in a picture. What one view of it doesn't show, another may: the picture as it
 * is, blurred, smaller and larger, each made black and white in two ways. The number of views and
 * their sizes are limited, and so is what is looked at in each.
 */
final class CodeReader {

    /** The greatest size of a view that is larger than the picture. */
    private static final long MAX_PIXELS = 40_000_000;

    private static final List<Double> SCALES = List.of(0.5, 0.75, 1.5, 2.0);

    /**
     * Two ways to tell dark from light: by the surroundings of each pixel, which copes with
     * shadows; and by the whole picture.
     */
    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private CodeReader() {}

    /** The text of the code; empty if none can be read. */
    static Optional<String> read(GreyPicture picture) {
        return views(picture)
                .map(Supplier::get)
                .flatMap(view -> BINARIZERS.stream().map(by -> by.apply(source(view))))
                .flatMap(binarizer -> read(binarizer).stream())
                .findFirst();
    }

    /** Made one after another, so that only one is in memory. */
    private static Stream<Supplier<GreyPicture>> views(GreyPicture picture) {
        long pixels = (long) picture.width() * picture.height();
        return Stream.concat(
                Stream.<Supplier<GreyPicture>>of(() -> picture, picture::blurred),
                SCALES.stream()
                        .filter(scale -> scale < 1 || pixels * scale * scale <= MAX_PIXELS)
                        .<Supplier<GreyPicture>>map(scale -> () -> picture.scaled(scale)));
    }

    private static LuminanceSource source(GreyPicture view) {
        return new PlanarYUVLuminanceSource(
                view.greys(),
                view.width(),
                view.height(),
                0,
                0,
                view.width(),
                view.height(),
                false);
    }

    private static Optional<String> read(Binarizer binarizer) {
        BitMatrix dots;
        try {
            dots = binarizer.getBlackMatrix();
        } catch (NotFoundException oneGrey) {
            return Optional.empty();
        }
        return new CodeSearch(dots).text();
    }
}
