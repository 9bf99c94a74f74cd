package exeat.rules.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions of value classes, as reduced and ordered decision diagrams (R. E. Bryant, Graph-Based
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

    private sealed interface Node<T> {}

    private record Leaf<T>(T result) implements Node<T> {}

    private record Split<T>(int level, List<Integer> children) implements Node<T> {}

    private record Fixed(int node, int level, int valueClass) {}

    private final int most;
    private final List<Node<T>> nodes = new ArrayList<>();
    private final Map<Node<T>, Integer> numbers = new HashMap<>();
    private final Map<Fixed, Integer> restricted = new HashMap<>();
    private final Map<Integer, BitSet> supports = new HashMap<>();

    /**
     * @param most how many functions it may hold
     */
    DecisionDiagram(int most) {
        this.most = most;
    }

    int leaf(T result) throws Full {
        return number(new Leaf<>(result));
    }

    /** The function that depends on a level; its children depend only on lower levels. */
    int split(int level, List<Integer> children) throws Full {
        int first = children.getFirst();
        boolean same = children.stream().allMatch(child -> child == first);
        return same ? first : number(new Split<>(level, List.copyOf(children)));
    }

    private int number(Node<T> node) throws Full {
        var known = numbers.get(node);
        if (known != null) {
            return known;
        }
        if (nodes.size() == most) {
            throw new Full();
        }
        nodes.add(node);
        numbers.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }

    public boolean isSettled(int function) {
        return nodes.get(function) instanceof Leaf;
    }

    /** What a settled function gives. */
    public T result(int function) {
        return switch (nodes.get(function)) {
            case Leaf<T>(var result) -> result;
            case Split<T> split -> throw new IllegalStateException("still open: " + split);
        };
    }

    /** The first level that an open function turns on. */
    public int level(int function) {
        return split(function).level();
    }

    /** What is left of an open function, by the value class at its first level. */
    public List<Integer> children(int function) {
        return split(function).children();
    }

    private Split<T> split(int function) {
        return switch (nodes.get(function)) {
            case Leaf<T> leaf -> throw new IllegalStateException("nothing is open: " + leaf);
            case Split<T> split -> split;
        };
    }

    /** The levels on which the function depends. */
    public BitSet support(int function) {
        var known = supports.get(function);
        if (known != null) {
            return known;
        }
        var support = new BitSet();
        if (nodes.get(function) instanceof Split<T>(var level, var children)) {
            support.set(level);
            children.forEach(child -> support.or(support(child)));
        }
        supports.put(function, support);
        return support;
    }

    /** The function that remains when the class at one level is known. */
    public int restrict(int function, int level, int valueClass) throws Full {
        if (!(nodes.get(function) instanceof Split<T>(var own, var children)) || own > level) {
            return function;
        }
        if (own == level) {
            return children.get(valueClass);
        }
        var fixed = new Fixed(function, level, valueClass);
        var known = restricted.get(fixed);
        if (known != null) {
            return known;
        }
        var left = new ArrayList<Integer>();
        for (int child : children) {
            left.add(restrict(child, level, valueClass));
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
        if (!(nodes.get(function) instanceof Split<T>(var own, var children))) {
            return function;
        }
        if (own >= level) {
            return open;
        }
        var known = done.get(function);
        if (known != null) {
            return known;
        }
        var left = new ArrayList<Integer>();
        for (int child : children) {
            left.add(cut(child, level, open, done));
        }
        int node = split(own, left);
        done.put(function, node);
        return node;
    }
}
