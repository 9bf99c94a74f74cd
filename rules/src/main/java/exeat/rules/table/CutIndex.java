package exeat.rules.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a slot stands among the cuts of its input, as the beginning of a row: so many rows after
 * the input's first as cuts do not lie above the slot.
 *
 * <p>Each input's range is divided into cells of equal width. A cell mostly holds at most three
 * cuts, and all three are compared: no branch has to be guessed. One that holds more is searched.
 */
final class CutIndex {

    /** Above every slot, and so near that the difference to any has the right sign. */
    static final long BEYOND = 1L << 62;

    /** The words of an input: where its cells begin, how wide one is (a shift), and which. */
    private static final int GUIDE = 4;

    /** The cuts that a cell holds itself, and one word for the row below the first of them. */
    private static final int HELD = 3;

    private static final int CELL = HELD + 1;

    /** Cells are made narrower until no cell holds too many cuts, or each cut has so many. */
    private static final int MAX_CELLS_PER_CUT = 4;

    private static final int MIN_CELLS = 256;

    /** Guides by input, then cells, then the cuts that are searched. */
    private final long[] words;

    /** How far apart rows lie. */
    private final int width;

    /**
     * @param cuts by input: ascending, at least one, between {@link SlotEncoding#MIN_SLOT} and its
     *     negative
     * @param begins by input, where its first row begins
     */
    CutIndex(List<long[]> cuts, int[] begins, int width) {
        this.width = width;
        var made = new ArrayList<Long>();
        for (int at = 0; at < GUIDE * cuts.size(); at++) {
            made.add(0L);
        }
        for (int input = 0; input < cuts.size(); input++) {
            add(cuts.get(input), begins[input], GUIDE * input, made);
        }
        this.words = made.stream().mapToLong(Long::longValue).toArray();
    }

    private void add(long[] cuts, int begin, int guide, List<Long> made) {
        // What parts null from all values lies far below the rest, and would make cells too wide.
        int first = cuts.length > 1 && cuts[0] == SlotEncoding.MIN_SLOT ? 1 : 0;
        long low = cuts[first];
        int shift = shift(cuts, first);
        int count = (int) ((cuts[cuts.length - 1] - low) >> shift) + 1;
        made.set(guide, low);
        made.set(guide + 1, (long) shift);
        made.set(guide + 2, (long) count);
        made.set(guide + 3, (long) made.size() + CELL);
        int searched = made.size() + CELL * (count + 2);
        var several = new ArrayList<Long>();
        int at = 0;
        for (int cell = -1; cell <= count; cell++) {
            int from = at;
            while (at < cuts.length && (cell == count || (cuts[at] - low) >> shift <= cell)) {
                at++;
            }
            long row = begin + (long) from * width;
            if (at - from <= HELD) {
                for (int held = from; held < from + HELD; held++) {
                    made.add(held < at ? cuts[held] : BEYOND);
                }
                made.add(row);
            } else {
                made.addAll(List.of((long) searched + several.size(), (long) at - from, 0L, ~row));
                Arrays.stream(cuts, from, at).forEach(several::add);
            }
        }
        made.addAll(several);
    }

    private static int shift(long[] cuts, int first) {
        long width = cuts[cuts.length - 1] - cuts[first];
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(width / 4));
        long most = Math.max(MIN_CELLS, (long) MAX_CELLS_PER_CUT * cuts.length);
        while (shift > 0 && width >> (shift - 1) < most && holdsTooMany(cuts, first, shift)) {
            shift--;
        }
        return shift;
    }

    private static boolean holdsTooMany(long[] cuts, int first, int shift) {
        for (int at = first + HELD; at < cuts.length; at++) {
            long low = cuts[first];
            if ((cuts[at] - low) >> shift == (cuts[at - HELD] - low) >> shift) {
                return true;
            }
        }
        return false;
    }

    /** Where the row of a slot begins. */
    int row(int input, long slot) {
        var all = words;
        int guide = GUIDE * input;
        long cell = (slot - all[guide]) >> all[guide + 1];
        cell = Math.max(-1, Math.min(all[guide + 2], cell));
        int at = (int) (all[guide + 3] + CELL * cell);
        int row = (int) all[at + HELD];
        if (row < 0) {
            return search(~row, slot, (int) all[at], (int) all[at + 1]);
        }
        // One more from each cut on.
        long more =
                ((all[at] - slot - 1) >>> 63)
                        + ((all[at + 1] - slot - 1) >>> 63)
                        + ((all[at + 2] - slot - 1) >>> 63);
        return row + (int) more * width;
    }

    private int search(int row, long slot, int from, int many) {
        int found = Arrays.binarySearch(words, from, from + many, slot);
        return row + width * ((found < 0 ? ~found : found + 1) - from);
    }
}
