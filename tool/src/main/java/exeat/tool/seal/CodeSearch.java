package exeat.tool.seal;

import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GridSampler;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a QR code in black and white dots. The reader of zxing takes the three squares that
 * look best, and works out once how many modules lie between them. A large code has other places
 * that look like such a square, and one dot more or less is a row of modules more or less; so this
 * search tries several of both. Which one is right, the code's own error correction says.
 */
final class CodeSearch extends Detector {

    /** Squares that are looked at, those seen in most rows first. */
    private static final int MAX_SQUARES = 24;

    /** Ways to take three of them. */
    private static final int MAX_CORNERS = 24;

    /** Sizes of a code: each has four modules more than the one before. */
    private static final int MAX_VERSIONS = 7;

    private static final int VERSIONS = 40;

    /** The distance from the middle of a square to the edge of the code, in modules. */
    private static final float EDGE = 3.5f;

    /** How far the small square is nearer to the middle than a fourth corner would be. */
    private static final float INWARD = 3;

    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());

    CodeSearch(BitMatrix dots) {
        super(dots);
    }

    /** The text of the first code that can be decoded; empty if there is none. */
    Optional<String> text() {
        return corners(new Squares(getImage()).found())
                .flatMap(corners -> text(corners).stream())
                .findFirst();
    }

    /**
     * Three squares as the corners of a code.
     *
     * @param distortion 0 if they are equal squares in three corners of another one
     */
    private record Corners(
            ResultPoint bottomLeft,
            ResultPoint topLeft,
            ResultPoint topRight,
            double module,
            double distortion) {

        /** More is no square any more, even if it is photographed from the side. */
        private static final double MAX_DISTORTION = 0.8;

        static Corners of(FinderPattern a, FinderPattern b, FinderPattern c) {
            var points = new ResultPoint[] {a, b, c};
            ResultPoint.orderBestPatterns(points);
            double down = ResultPoint.distance(points[0], points[1]);
            double across = ResultPoint.distance(points[1], points[2]);
            double slant = ResultPoint.distance(points[0], points[2]);
            var modules =
                    Stream.of(a, b, c)
                            .mapToDouble(FinderPattern::getEstimatedModuleSize)
                            .summaryStatistics();
            double uneven = Math.abs(down - across) / Math.max(down, across);
            double crooked = Math.abs(1 - (down * down + across * across) / (slant * slant));
            double unlike = 1 - modules.getMin() / modules.getMax();
            return new Corners(
                    points[0],
                    points[1],
                    points[2],
                    modules.getAverage(),
                    uneven + crooked + unlike);
        }

        double side() {
            return (ResultPoint.distance(topLeft, topRight)
                            + ResultPoint.distance(topLeft, bottomLeft))
                    / 2;
        }

        boolean isPossible() {
            double modules = side() / module;
            return distortion < MAX_DISTORTION && modules > 10 && modules < 1.5 * size(VERSIONS);
        }
    }

    private static Stream<Corners> corners(List<FinderPattern> squares) {
        var all = new ArrayList<Corners>();
        for (int a = 0; a < squares.size(); a++) {
            for (int b = a + 1; b < squares.size(); b++) {
                for (int c = b + 1; c < squares.size(); c++) {
                    all.add(Corners.of(squares.get(a), squares.get(b), squares.get(c)));
                }
            }
        }
        return all.stream()
                .filter(Corners::isPossible)
                .sorted(Comparator.comparingDouble(Corners::distortion))
                .limit(MAX_CORNERS);
    }

    /** Modules along a side, by ISO/IEC 18004. */
    private static int size(int version) {
        return 17 + 4 * version;
    }

    private Optional<String> text(Corners corners) {
        double along =
                calculateModuleSize(corners.topLeft(), corners.topRight(), corners.bottomLeft());
        // NaN if a square is damaged.
        double module = along >= 1 ? along : corners.module();
        double modules = corners.side() / module + 2 * EDGE;
        return IntStream.rangeClosed(1, VERSIONS)
                .boxed()
                .sorted(Comparator.comparingDouble(one -> Math.abs(size(one) - modules)))
                .limit(MAX_VERSIONS)
                .flatMap(version -> text(corners, size(version)).stream())
                .findFirst();
    }

    /**
     * The text of a code, read with the small square in the fourth corner, which straightens a
     * photograph, or without.
     */
    private Optional<String> text(Corners corners, int size) {
        var fourth = fourth(corners);
        return small(corners, fourth, size)
                .flatMap(small -> decoded(corners, small, size - EDGE - INWARD, size))
                .or(() -> decoded(corners, fourth, size - EDGE, size));
    }

    private static ResultPoint fourth(Corners corners) {
        return new ResultPoint(
                corners.topRight().getX() - corners.topLeft().getX() + corners.bottomLeft().getX(),
                corners.topRight().getY() - corners.topLeft().getY() + corners.bottomLeft().getY());
    }

    private Optional<ResultPoint> small(Corners corners, ResultPoint fourth, int size) {
        float part = 1 - INWARD / (size - 2 * EDGE);
        var from = corners.topLeft();
        int x = Math.round(from.getX() + part * (fourth.getX() - from.getX()));
        int y = Math.round(from.getY() + part * (fourth.getY() - from.getY()));
        float module = (float) (corners.side() / (size - 2 * EDGE));
        for (float around = 4; around <= 16; around *= 2) {
            try {
                return Optional.of(findAlignmentInRegion(module, x, y, around));
            } catch (NotFoundException farther) {
                // Searched in a wider circle.
            }
        }
        return Optional.empty();
    }

    /**
     * What the modules say, if they are a code.
     *
     * @param last a point opposite the corner of the top and the left
     * @param at its column and row in modules
     */
    private Optional<String> decoded(Corners corners, ResultPoint last, float at, int size) {
        float far = size - EDGE;
        var grid =
                PerspectiveTransform.quadrilateralToQuadrilateral(
                        EDGE,
                        EDGE,
                        far,
                        EDGE,
                        at,
                        at,
                        EDGE,
                        far,
                        corners.topLeft().getX(),
                        corners.topLeft().getY(),
                        corners.topRight().getX(),
                        corners.topRight().getY(),
                        last.getX(),
                        last.getY(),
                        corners.bottomLeft().getX(),
                        corners.bottomLeft().getY());
        try {
            var modules = GridSampler.getInstance().sampleGrid(getImage(), size, size, grid);
            return Optional.of(new Decoder().decode(modules, HINTS).getText());
        } catch (ReaderException other) {
            return Optional.empty();
        }
    }

    /** What looks like the square in a corner: dark, light, dark, light, dark as 1 to 1 to 3. */
    private static final class Squares extends FinderPatternFinder {

        private static final int ROWS = 2;

        /**
         * The greatest number of finder patterns. A picture with more does not show a paper, and
         * each costs a comparison with all others.
         */
        private static final int MAX_SEEN = 10_000;

        private static final int MAX_LOOKS = 300_000;

        private int looks;

        Squares(BitMatrix dots) {
            super(dots);
        }

        List<FinderPattern> found() {
            for (int y = ROWS - 1; y < getImage().getHeight(); y += ROWS) {
                row(y);
            }
            return getPossibleCenters().stream()
                    .sorted(Comparator.comparingInt(FinderPattern::getCount).reversed())
                    .limit(MAX_SQUARES)
                    .toList();
        }

        private void row(int y) {
            var dots = getImage();
            int width = dots.getWidth();
            var runs = new int[5];
            boolean dark = false;
            int length = 0;
            for (int x = 0; x <= width; x++) {
                boolean is = x < width && dots.get(x, y);
                if (is == dark) {
                    length++;
                    continue;
                }
                System.arraycopy(runs, 1, runs, 0, runs.length - 1);
                runs[runs.length - 1] = length;
                if (dark && foundPatternCross(runs) && looks < MAX_LOOKS && isRoom()) {
                    looks++;
                    handlePossibleCenter(runs, y, x);
                }
                dark = is;
                length = 1;
            }
        }

        private boolean isRoom() {
            return getPossibleCenters().size() < MAX_SEEN;
        }
    }
}
