package exeat.rules;

import java.util.Arrays;

/**
 * The slots at which something changes, ascending, and how to find a slot's place among them: the
 * range is divided into buckets of equal width, about two for each cut, and only a bucket that
 * holds several cuts is searched.
 */
final class Cuts {

    /** Above every slot, and so near that the difference to any has the right sign. */
    static final long BEYOND = 1L << 62;

    /** The cuts, and above them one that no slot reaches. */
    private final long[] cuts;

    private final long low;
    private final int shift;

    /** How many cuts lie below each bucket; the first is all below the range, the last above. */
    private final int[] below;

    /**
     * @param cuts ascending, at least one, between {@link Axis#LEAST} and its negative
     */
    Cuts(long[] cuts) {
        int count = cuts.length;
        this.cuts = Arrays.copyOf(cuts, count + 1);
        this.cuts[count] = BEYOND;
        // What parts null from all values lies far below the rest, and would make buckets too wide.
        this.low = count > 1 && cuts[0] == Axis.LEAST ? cuts[1] : cuts[0];
        long width = cuts[count - 1] - low;
        int wanted = Math.max(16, Integer.highestOneBit(count) * 4);
        this.shift = Math.max(0, 64 - Long.numberOfLeadingZeros(width / wanted));
        int buckets = (int) (width >>> shift) + 1;
        this.below = new int[buckets + 3];
        for (int at = 0, bucket = 0; bucket <= buckets; bucket++) {
            while (bucket < buckets && at < count && cuts[at] < low + ((long) bucket << shift)) {
                at++;
            }
            below[bucket + 1] = bucket == buckets ? count : at;
        }
        below[buckets + 2] = count;
    }

    /** How many cuts do not lie above a slot. */
    int upTo(long slot) {
        long bucket = Math.min(below.length - 3, Math.max(-1, (slot - low) >> shift));
        int at = (int) bucket + 1;
        int least = below[at];
        int many = below[at + 1] - least;
        if (many <= 1) {
            // One more from the cut on, without a branch that nobody could predict.
            return least + (int) ((cuts[least] - slot - 1) >>> 63);
        }
        int most = least + many;
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (cuts[middle] <= slot) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }
}
