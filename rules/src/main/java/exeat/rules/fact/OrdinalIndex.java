package exeat.rules.fact;

/**
 * Finds among constants in their order the place of a number that fits a long: first by a part of
 * its bits, which leaves few constants, and among these by halves.
 */
final class OrdinalIndex {

    /** About how many parts there are for each constant. */
    private static final int PARTS = 2;

    private final long[] bounds;
    private final long least;
    private final long range;
    private final int shift;

    /** How many bounds lie before each part. */
    private final int[] before;

    /** The class of the numbers before each bound, then of the bound; last of those after all. */
    private final int[] classes;

    /**
     * @param bounds ascending, each once
     * @param points by bound, its class
     * @param gaps by bound, the class of the numbers before it, and last that of those after all
     */
    OrdinalIndex(long[] bounds, int[] points, int[] gaps) {
        this.bounds = bounds.clone();
        this.classes = new int[2 * bounds.length + 1];
        for (int place = 0; place < bounds.length; place++) {
            classes[2 * place] = gaps[place];
            classes[2 * place + 1] = points[place];
        }
        classes[2 * bounds.length] = gaps[bounds.length];
        this.least = bounds.length == 0 ? 0 : bounds[0];
        this.range = bounds.length == 0 ? 0 : bounds[bounds.length - 1] - least;
        int bits = 0;
        while (range >>> bits >= (long) PARTS * (bounds.length + 1)) {
            bits++;
        }
        this.shift = bits;
        this.before = new int[(int) (range >>> shift) + 2];
        int at = 0;
        for (int part = 0; part < before.length; part++) {
            while (at < bounds.length && (bounds[at] - least) >>> shift < part) {
                at++;
            }
            before[part] = at;
        }
    }

    int classOf(long number) {
        int place = boundsBelow(number);
        boolean isBound = place < bounds.length && bounds[place] == number;
        return classes[2 * place + (isBound ? 1 : 0)];
    }

    private int boundsBelow(long number) {
        if (number <= least) {
            return 0;
        }
        long above = number - least;
        if (above > range || above < 0) {
            return bounds.length;
        }
        int part = (int) (above >>> shift);
        int low = before[part];
        int high = before[part + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
