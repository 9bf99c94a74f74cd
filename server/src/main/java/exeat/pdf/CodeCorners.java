package exeat.pdf;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPatternFinder;

/**
 * Counts what a reader may take for a corner of a QR code. There are three; by chance the content
 * of a large code has others, and readers that settle for the first three squares then fail at it
 * for ever, at every resolution.
 */
final class CodeCorners extends FinderPatternFinder {

    /** The number of corners of a correct code. */
    static final int WANTED = 3;

    /** Dots a module, so that each is crossed by several rows, as in a scan. */
    private static final int DOTS = 4;

    private CodeCorners(BitMatrix dots) {
        super(dots);
    }

    /** How many a code has. */
    static int count(BitMatrix modules) {
        var dots = new BitMatrix(modules.getWidth() * DOTS);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    dots.setRegion(x * DOTS, y * DOTS, DOTS, DOTS);
                }
            }
        }
        var corners = new CodeCorners(dots);
        for (int y = 0; y < dots.getHeight(); y++) {
            corners.row(y);
        }
        return corners.getPossibleCenters().size();
    }

    private void row(int y) {
        var dots = getImage();
        var runs = new int[5];
        boolean dark = false;
        int length = 0;
        // It ends in the quiet zone, so every dark run ends before.
        for (int x = 0; x < dots.getWidth(); x++) {
            if (dots.get(x, y) == dark) {
                length++;
                continue;
            }
            System.arraycopy(runs, 1, runs, 0, runs.length - 1);
            runs[runs.length - 1] = length;
            if (dark && foundPatternCross(runs)) {
                handlePossibleCenter(runs, y, x);
            }
            dark = !dark;
            length = 1;
        }
    }
}
