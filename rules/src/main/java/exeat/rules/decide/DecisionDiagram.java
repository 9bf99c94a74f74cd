package exeat.rules.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Functions of what is open, as reduced and ordered decision diagrams (R. E. Bryant, Graph-Based
 * Algorithms for Boolean Function Manipulation, 1986, with more than two branches). A number stands
 * for a function, and equal functions have equal numbers.
 *
 * <p>Reduced means that a function depends on a level exactly when it is in its {@link #support}.
 *
 * @param <T> what functions give
 */
public final class DecisionDiagram<T> {

    /** The limit of functions is exceeded. Has no stack trace, because it is an answer. */
    public static final class Full extends Exception {

        private static final long serialVersionUID = 1L;

        public Full() {
            super("the diagram is full", null, false, false);
        }
    }

    /** Stands for a level if the function is settled. */
    private static final int SETTLED = -1;

    private record Fixed(int node, int level, int branch) {}

    private final int most;

    /**
     * For each function, the level at which it branches and the place of its branches, or its
     * result.
     */
    private int[] levels = new int[16];

    private int[] begins = new int[16];
    private int[] ends = new int[16];
    private int size;

    /** The branches of all functions, one after the other. */
    private int[] branches = new int[64];

    private int used;

    /** A hash table of the functions that branch: their number plus one, or 0 for a free place. */
    private int[] table = new int[32];

    private final List<T> results = new ArrayList<>();
    private final Map<T, Integer> leaves = new HashMap<>();
    private final Map<Fixed, Integer> restricted = new HashMap<>();
    private final Map<Integer, BitSet> supports = new HashMap<>();

    /**
     * @param most how many functions it may hold
     */
    DecisionDiagram(int most) {
        this.most = most;
    }

    int leaf(T result) throws Full {
        var known = leaves.get(result);
        if (known != null) {
            return known;
        }
        int number = add(SETTLED, results.size(), results.size());
        results.add(result);
        leaves.put(result, number);
        return number;
    }

    /** The function that turns on a level; the levels of the children lie below it. */
    int split(int level, int[] children) throws Full {
        boolean same = true;
        int hash = level;
        for (int child : children) {
            same &= child == children[0];
            hash = 31 * hash + child;
        }
        if (same) {
            return children[0];
        }
        int at = (hash ^ hash >>> 15) & (table.length - 1);
        while (table[at] != 0) {
            if (isSplit(table[at] - 1, level, children)) {
                return table[at] - 1;
            }
            at = (at + 1) & (table.length - 1);
        }
        int number = add(level, used, used + children.length);
        if (used + children.length > branches.length) {
            branches = Arrays.copyOf(branches, 2 * (used + children.length));
        }
        System.arraycopy(children, 0, branches, used, children.length);
        used += children.length;
        table[at] = number + 1;
        if (2 * size > table.length) {
            rehash();
        }
        return number;
    }

    private boolean isSplit(int function, int level, int[] children) {
        int begin = begins[function];
        return levels[function] == level
                && Arrays.equals(
                        branches, begin, begin + children.length, children, 0, children.length);
    }

    private int add(int level, int begin, int end) throws Full {
        if (size == most) {
            throw new Full();
        }
        if (size == levels.length) {
            levels = Arrays.copyOf(levels, 2 * size);
            begins = Arrays.copyOf(begins, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        levels[size] = level;
        begins[size] = begin;
        ends[size] = end;
        return size++;
    }

    private void rehash() {
        table = new int[4 * table.length];
        for (int function = 0; function < size; function++) {
            if (levels[function] != SETTLED) {
                int hash = levels[function];
                for (int at = begins[function]; at < ends[function]; at++) {
                    hash = 31 * hash + branches[at];
                }
                int at = (hash ^ hash >>> 15) & (table.length - 1);
                while (table[at] != 0) {
                    at = (at + 1) & (table.length - 1);
                }
                table[at] = function + 1;
            }
        }
    }

    public boolean isSettled(int function) {
        return levels[function] == SETTLED;
    }

    /** What a settled function gives. */
    public T result(int function) {
        if (levels[function] != SETTLED) {
            throw new IllegalStateException("still open at level " + levels[function]);
        }
        return results.get(begins[function]);
    }

    /** The first level that an open function turns on. */
    public int level(int function) {
        requireOpen(function);
        return levels[function];
    }

    /** What is left of an open function, branch by branch of its first level. */
    public List<Integer> children(int function) {
        requireOpen(function);
        return IntStream.range(begins[function], ends[function])
                .mapToObj(at -> branches[at])
                .toList();
    }

    private void requireOpen(int function) {
        if (levels[function] == SETTLED) {
            throw new IllegalStateException("nothing is open: " + results.get(begins[function]));
        }
    }

    /** The levels on which the function depends. */
    public BitSet support(int function) {
        var known = supports.get(function);
        if (known != null) {
            return known;
        }
        var support = new BitSet();
        if (levels[function] != SETTLED) {
            support.set(levels[function]);
            for (int at = begins[function]; at < ends[function]; at++) {
                if (branches[at] != branches[begins[function]] || at == begins[function]) {
                    support.or(support(branches[at]));
                }
            }
        }
        supports.put(function, support);
        return support;
    }

    /** What is left of the function when the branch at one level is known. */
    public int restrict(int function, int level, int branch) throws Full {
        int own = levels[function];
        if (own == SETTLED || own > level) {
            return function;
        }
        if (own == level) {
            return branches[begins[function] + branch];
        }
        var fixed = new Fixed(function, level, branch);
        var known = restricted.get(fixed);
        if (known != null) {
            return known;
        }
        var left = Arrays.copyOfRange(branches, begins[function], ends[function]);
        for (int at = 0; at < left.length; at++) {
            left[at] = restrict(left[at], level, branch);
        }
        int node = split(own, left);
        restricted.put(fixed, node);
        return node;
    }

    /**
     * The function with everything at or below a level taken together: where it is still open
     * there, it gives this result.
     */
    public int cut(int function, int level, T open) throws Full {
        return cut(function, level, leaf(open), new HashMap<>());
    }

    private int cut(int function, int level, int open, Map<Integer, Integer> done) throws Full {
        int own = levels[function];
        if (own == SETTLED) {
            return function;
        }
        if (own >= level) {
            return open;
        }
        var known = done.get(function);
        if (known != null) {
            return known;
        }
        var left = Arrays.copyOfRange(branches, begins[function], ends[function]);
        for (int at = 0; at < left.length; at++) {
            left[at] = cut(left[at], level, open, done);
        }
        int node = split(own, left);
        done.put(function, node);
        return node;
    }
}
