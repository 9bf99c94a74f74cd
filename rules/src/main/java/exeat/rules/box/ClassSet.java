package exeat.rules.box;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of value classes of one dimension. Classes are numbered from 0, in the order of their
 * values where they have one, so most sets are a run; only others hold bits.
 */
public final class ClassSet {

    public static final ClassSet EMPTY = new ClassSet(0, -1, null);

    private final int low;
    private final int high;

    /** One bit for each class from 0 to the highest; null for a run. */
    private final long @Nullable [] bits;

    private final int size;

    private ClassSet(int low, int high, long @Nullable [] bits) {
        this.low = low;
        this.high = high;
        this.bits = bits;
        this.size = bits == null ? high - low + 1 : count(bits);
    }

    private static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The classes from one to another, both among them; empty when the second is the lower. */
    public static ClassSet run(int low, int high) {
        return low > high ? EMPTY : new ClassSet(low, high, null);
    }

    public static ClassSet of(int only) {
        return run(only, only);
    }

    public static ClassSet of(BitSet classes) {
        return of(classes.toLongArray());
    }

    private static ClassSet of(long[] bits) {
        int first = 0;
        while (first < bits.length && bits[first] == 0) {
            first++;
        }
        if (first == bits.length) {
            return EMPTY;
        }
        int last = bits.length - 1;
        while (bits[last] == 0) {
            last--;
        }
        int low = first * Long.SIZE + Long.numberOfTrailingZeros(bits[first]);
        int high = (last + 1) * Long.SIZE - 1 - Long.numberOfLeadingZeros(bits[last]);
        var trimmed = last == bits.length - 1 ? bits : Arrays.copyOf(bits, last + 1);
        return count(trimmed) == high - low + 1
                ? new ClassSet(low, high, null)
                : new ClassSet(low, high, trimmed);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** How many classes there are. */
    public int size() {
        return size;
    }

    /** The lowest class; 0 in an empty set. */
    public int low() {
        return low;
    }

    /** The highest class; -1 in an empty set. */
    public int high() {
        return high;
    }

    public boolean contains(int valueClass) {
        return valueClass >= low
                && valueClass <= high
                && (bits == null || ((bits[valueClass >> 6] >>> valueClass) & 1) != 0);
    }

    public IntStream stream() {
        return IntStream.rangeClosed(low, high).filter(this::contains);
    }

    /** The bits of 64 classes from a multiple of 64. */
    private long word(int at) {
        if (bits != null) {
            return at < bits.length ? bits[at] : 0;
        }
        int from = Math.max(low - at * Long.SIZE, 0);
        int to = Math.min(high - at * Long.SIZE, Long.SIZE - 1);
        return from > to ? 0 : (-1L >>> (Long.SIZE - 1 - to)) & (-1L << from);
    }

    public boolean meets(ClassSet other) {
        int from = Math.max(low, other.low);
        int to = Math.min(high, other.high);
        if (from > to) {
            return false;
        }
        if (bits == null && other.bits == null) {
            return true;
        }
        for (int at = from >> 6; at <= to >> 6; at++) {
            if ((word(at) & other.word(at)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether every class of the other is in this one. */
    public boolean covers(ClassSet other) {
        if (other.size > size || (!other.isEmpty() && (other.low < low || other.high > high))) {
            return false;
        }
        if (bits == null) {
            return true;
        }
        for (int at = other.low >> 6; at <= other.high >> 6; at++) {
            if ((other.word(at) & ~word(at)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many classes are in both. */
    int shared(ClassSet other) {
        int from = Math.max(low, other.low);
        int to = Math.min(high, other.high);
        if (from > to) {
            return 0;
        }
        if (bits == null && other.bits == null) {
            return to - from + 1;
        }
        int count = 0;
        for (int at = from >> 6; at <= to >> 6; at++) {
            count += Long.bitCount(word(at) & other.word(at));
        }
        return count;
    }

    public ClassSet and(ClassSet other) {
        int from = Math.max(low, other.low);
        int to = Math.min(high, other.high);
        if (bits == null && other.bits == null) {
            return run(from, to);
        }
        var both = new long[Math.max(0, (to >> 6) + 1)];
        for (int at = 0; at < both.length; at++) {
            both[at] = word(at) & other.word(at);
        }
        return of(both);
    }

    public ClassSet or(ClassSet other) {
        var either = new long[(Math.max(high, other.high) >> 6) + 1];
        for (int at = 0; at < either.length; at++) {
            either[at] = word(at) | other.word(at);
        }
        return of(either);
    }

    public ClassSet minus(ClassSet other) {
        if (!meets(other)) {
            return this;
        }
        if (bits == null && other.bits == null) {
            if (other.low <= low) {
                return run(other.high + 1, high);
            }
            if (other.high >= high) {
                return run(low, other.low - 1);
            }
        }
        var left = new long[(high >> 6) + 1];
        for (int at = 0; at < left.length; at++) {
            left[at] = word(at) & ~other.word(at);
        }
        return of(left);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassSet set
                && size == set.size
                && low == set.low
                && high == set.high
                && Arrays.equals(bits, set.bits);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * low + high) + Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return stream().boxed().toList().toString();
    }
}
