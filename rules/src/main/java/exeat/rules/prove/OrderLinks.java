package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.fact.FactLink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * Links that order facts, as constraints between single values: whether anybody in a box satisfies
 * them all, and who.
 *
 * <p>If two people satisfy them, so does the person with the smaller value of each fact. So there
 * is a least one or none: starting from the least value of each fact, a value that is too low is
 * raised to the next one that the box allows, until nothing must be raised or nothing is left to
 * raise it to. Facts that may have no value in the box are left out, because a link needs two
 * values.
 */
final class OrderLinks implements Predicate<Box> {

    /** The lesser fact, the greater one, and whether they may not be equal; places in a box. */
    private record Edge(int lesser, int greater, boolean strictly) {}

    private final FactSpace space;
    private final IntUnaryOperator facts;
    private final List<Edge> edges;

    private OrderLinks(FactSpace space, IntUnaryOperator facts, List<Edge> edges) {
        this.space = space;
        this.facts = facts;
        this.edges = List.copyOf(edges);
    }

    /** Those among some links. */
    static OrderLinks of(FactSpace space, List<FactLink> links) {
        var edges = new ArrayList<Edge>();
        for (var link : links) {
            if (link instanceof FactLink.Order order) {
                int left = space.index(order.left()).orElseThrow();
                int right = space.index(order.right()).orElseThrow();
                boolean isUp =
                        order.comparison() == Comparison.LESS
                                || order.comparison() == Comparison.AT_MOST;
                boolean strictly =
                        order.comparison() == Comparison.LESS
                                || order.comparison() == Comparison.MORE;
                edges.add(new Edge(isUp ? left : right, isUp ? right : left, strictly));
            }
        }
        return new OrderLinks(space, at -> at, edges);
    }

    /**
     * The links of two people side by side: those of the first, and the same links of the second.
     *
     * @param places of the facts the second time
     * @param original the fact of every place
     */
    OrderLinks twice(IntUnaryOperator places, IntUnaryOperator original) {
        var both = new ArrayList<>(edges);
        for (var edge : edges) {
            both.add(
                    new Edge(
                            places.applyAsInt(edge.lesser()),
                            places.applyAsInt(edge.greater()),
                            edge.strictly()));
        }
        return new OrderLinks(space, original, both);
    }

    boolean isEmpty() {
        return edges.isEmpty();
    }

    /** Whether a link is of the fact at this place. */
    boolean has(int place) {
        return edges.stream().anyMatch(e -> e.lesser() == place || e.greater() == place);
    }

    @Override
    public boolean test(Box box) {
        return edges.isEmpty() || least(box, List.of()).isPresent();
    }

    /**
     * Values in a box that keep the links, as near as may be above given ones; empty where there
     * are none. Facts that no link is of, or that need no value, are not among them.
     *
     * @param from by place, where the search begins; missing for the least value
     */
    Optional<Map<Integer, BigDecimal>> least(Box box, List<Optional<BigDecimal>> from) {
        var active = new ArrayList<Edge>();
        var values = new TreeMap<Integer, BigDecimal>();
        for (var edge : edges) {
            if (needsValue(box, edge.lesser()) && needsValue(box, edge.greater())) {
                active.add(edge);
            }
        }
        if (isCircular(active)) {
            return Optional.empty();
        }
        for (var edge : active) {
            for (int place : List.of(edge.lesser(), edge.greater())) {
                var start = place < from.size() ? from.get(place) : Optional.<BigDecimal>empty();
                var first = next(box, place, start, false);
                if (first.isEmpty()) {
                    return Optional.empty();
                }
                values.put(place, first.get());
            }
        }
        boolean raised = true;
        while (raised) {
            raised = false;
            for (var edge : active) {
                var low = value(values, edge.lesser());
                int order = value(values, edge.greater()).compareTo(low);
                if (order < 0 || (order == 0 && edge.strictly())) {
                    var higher = next(box, edge.greater(), Optional.of(low), edge.strictly());
                    if (higher.isEmpty()) {
                        return Optional.empty();
                    }
                    values.put(edge.greater(), higher.get());
                    raised = true;
                }
            }
        }
        return Optional.of(values);
    }

    private static BigDecimal value(Map<Integer, BigDecimal> values, int place) {
        var value = values.get(place);
        if (value == null) {
            throw new IllegalStateException("no value of the fact at " + place);
        }
        return value;
    }

    private boolean needsValue(Box box, int place) {
        var set = box.set(place);
        return !set.isEmpty() && set.high() < space.ordinals(facts.applyAsInt(place));
    }

    /** Whether a fact would have to be less than itself. */
    private static boolean isCircular(List<Edge> edges) {
        for (var edge : edges) {
            if (edge.strictly() && leads(edges, edge.greater(), edge.lesser(), new ArrayList<>())) {
                return true;
            }
        }
        return false;
    }

    private static boolean leads(List<Edge> edges, int from, int to, List<Integer> seen) {
        if (from == to) {
            return true;
        }
        seen.add(from);
        return edges.stream()
                .anyMatch(e ->
                        e.lesser() == from
                                && !seen.contains(e.greater())
                                && leads(edges, e.greater(), to, seen));
    }

    /** The least value that the box leaves the fact, at or above another. */
    private Optional<BigDecimal> next(
            Box box, int place, Optional<BigDecimal> low, boolean strictly) {
        int fact = facts.applyAsInt(place);
        ClassSet set = box.set(place);
        int at = low.map(value -> space.spans(fact).firstUpTo(value)).orElse(set.low());
        for (at = Math.max(at, set.low()); at <= set.high(); at++) {
            if (set.contains(at)) {
                int valueClass = at;
                var found =
                        low.map(value -> space.spans(fact).next(valueClass, value, strictly))
                                .orElseGet(() -> Optional.of(space.spans(fact).least(valueClass)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
