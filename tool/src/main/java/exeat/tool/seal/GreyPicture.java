package exeat.tool.seal;

/** A picture in 256 shades of grey, from 0 for black. */
final class GreyPicture {

    private static final int GREYS = 0xff;

    /** Row by row from the top. Owned by this object, and never changed. */
    private final byte[] greys;

    private final int width;
    private final int height;

    GreyPicture(byte[] greys, int width, int height) {
        this.greys = greys;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The greys themselves, not a copy: a page has 35 million. */
    byte[] greys() {
        return greys;
    }

    private int at(int x, int y) {
        int column = Math.clamp(x, 0, width - 1);
        int row = Math.clamp(y, 0, height - 1);
        return greys[row * width + column] & GREYS;
    }

    /** Larger or smaller; a pixel is made of the four that are nearest to its middle. */
    GreyPicture scaled(double by) {
        int across = (int) Math.max(1, width * by);
        int down = (int) Math.max(1, height * by);
        var to = new byte[across * down];
        for (int y = 0; y < down; y++) {
            double middle = (y + 0.5) / by - 0.5;
            int row = (int) Math.floor(middle);
            double below = middle - row;
            for (int x = 0; x < across; x++) {
                double centre = (x + 0.5) / by - 0.5;
                int column = (int) Math.floor(centre);
                double right = centre - column;
                double upper = at(column, row) * (1 - right) + at(column + 1, row) * right;
                double lower = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
                to[y * across + x] = (byte) Math.round(upper * (1 - below) + lower * below);
            }
        }
        return new GreyPicture(to, across, down);
    }

    /** Each pixel the mean of the nine around it: edges of a scan in black and white are jagged. */
    GreyPicture blurred() {
        var to = new byte[greys.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int row = y - 1; row <= y + 1; row++) {
                    sum += at(x - 1, row) + at(x, row) + at(x + 1, row);
                }
                to[y * width + x] = (byte) (sum / 9);
            }
        }
        return new GreyPicture(to, width, height);
    }
}
