package exeat.identity.index;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Numbers of {@value #BITS} bits in order, with a directory of their upper bits, so that few steps
 * find one among many millions.
 */
final class SortedKeys {

    static final int BITS = 62;

    private static final int DIRECTORY_BITS = 16;
    private static final int SHIFT = BITS - DIRECTORY_BITS;

    private final long[] sorted;

    /** Where the numbers with these upper bits begin; one more at the end. */
    private final int[] directory;

    private SortedKeys(long[] sorted) {
        this.sorted = sorted;
        this.directory = new int[(1 << DIRECTORY_BITS) + 1];
        for (long each : sorted) {
            directory[(int) (each >>> SHIFT) + 1]++;
        }
        for (int i = 1; i < directory.length; i++) {
            directory[i] += directory[i - 1];
        }
    }

    /** Takes the array, and sorts it. */
    static SortedKeys of(long[] numbers) {
        Arrays.parallelSort(numbers);
        return new SortedKeys(numbers);
    }

    int size() {
        return sorted.length;
    }

    long get(int position) {
        return sorted[position];
    }

    SortedKeys with(long[] more) {
        var all = Arrays.copyOf(sorted, sorted.length + more.length);
        System.arraycopy(more, 0, all, sorted.length, more.length);
        return of(all);
    }

    SortedKeys without(LongPredicate which) {
        return new SortedKeys(Arrays.stream(sorted).filter(which.negate()).toArray());
    }

    /** The position of the first key that is not less than a number. */
    int position(long number) {
        int upper = (int) (number >>> SHIFT);
        return position(number, directory[upper], directory[upper + 1]);
    }

    /** The position for a number near a known one: most keys belong to few people. */
    int end(int first, long number) {
        int step = 1;
        int from = first;
        int to = first;
        while (to < sorted.length && sorted[to] < number) {
            from = to + 1;
            to = Math.min(sorted.length, to + step);
            step *= 2;
        }
        return position(number, from, to);
    }

    private int position(long number, int from, int to) {
        int at = Arrays.binarySearch(sorted, from, to, number);
        return at < 0 ? -at - 1 : at;
    }
}
