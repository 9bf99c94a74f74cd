package exeat.rules.decide;

import java.util.Arrays;

/** The states of a walk, each with what came of it: words in one array, found by their hash. */
final class WalkedStates {

    private static final int UNKNOWN = -1;

    private final int stride;
    private final int most;
    private long[] words;
    private int[] results = new int[16];
    private int size;

    /** A hash table: the number of a state plus one, or 0 for a free place. */
    private int[] table = new int[64];

    /**
     * @param stride how many words a state has, its level among them
     * @param most how many states there may be
     */
    WalkedStates(int stride, int most) {
        this.stride = stride;
        this.most = most;
        this.words = new long[16 * stride];
    }

    /** What came of a state; negative where it was not walked yet. */
    int find(int level, long[] possible) {
        for (int at = slot(hash(level, possible)); table[at] != 0; at = slot(at + 1)) {
            if (is(table[at] - 1, level, possible)) {
                return results[table[at] - 1];
            }
        }
        return UNKNOWN;
    }

    private boolean is(int state, int level, long[] possible) {
        int begin = state * stride;
        return words[begin] == level
                && Arrays.equals(words, begin + 1, begin + stride, possible, 0, possible.length);
    }

    /**
     * Adds a state about which nothing is known yet.
     *
     * @throws DecisionDiagram.Full if there are too many
     */
    int add(int level, long[] possible) throws DecisionDiagram.Full {
        if (size == most) {
            throw new DecisionDiagram.Full();
        }
        if (size == results.length) {
            results = Arrays.copyOf(results, 2 * size);
            words = Arrays.copyOf(words, 2 * words.length);
        }
        words[size * stride] = level;
        System.arraycopy(possible, 0, words, size * stride + 1, possible.length);
        results[size] = UNKNOWN;
        put(hash(level, possible), size);
        size++;
        if (2 * size > table.length) {
            rehash();
        }
        return size - 1;
    }

    void is(int state, int result) {
        results[state] = result;
    }

    /** One word of what a state leaves possible. */
    long word(int state, int word) {
        return words[state * stride + 1 + word];
    }

    private void put(int hash, int state) {
        int at = slot(hash);
        while (table[at] != 0) {
            at = slot(at + 1);
        }
        table[at] = state + 1;
    }

    private void rehash() {
        table = new int[4 * table.length];
        for (int state = 0; state < size; state++) {
            int begin = state * stride;
            long hash = words[begin];
            for (int at = begin + 1; at < begin + stride; at++) {
                hash = next(hash, words[at]);
            }
            put(fold(hash), state);
        }
    }

    private static int hash(int level, long[] possible) {
        long hash = level;
        for (long word : possible) {
            hash = next(hash, word);
        }
        return fold(hash);
    }

    private static long next(long hash, long word) {
        return (hash ^ word) * 0x9E3779B97F4A7C15L + (hash >>> 29);
    }

    private static int fold(long hash) {
        return (int) (hash >>> 32) ^ (int) hash;
    }

    private int slot(int hash) {
        return hash & (table.length - 1);
    }
}
