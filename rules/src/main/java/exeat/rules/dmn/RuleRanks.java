package exeat.rules.dmn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rank of each rule by the declared output values: compared by the first output that declares
 * an order, then by the next (DMN 1.5, 8.2.8.2).
 */
public final class RuleRanks {

    private RuleRanks() {}

    public static List<Integer> of(DecisionTable table) {
        var places = table.rules().stream().map(rule -> places(table, rule)).toList();
        var distinct = places.stream().distinct().sorted(LEXICOGRAPHIC).toList();
        return places.stream().map(distinct::indexOf).toList();
    }

    private static List<Integer> places(DecisionTable table, DecisionTable.Rule rule) {
        var places = new ArrayList<Integer>();
        for (int at = 0; at < table.outputs().size(); at++) {
            var order = table.outputs().get(at).order();
            if (!order.isEmpty()) {
                places.add(order.indexOf(rule.outputs().get(at).meaning()));
            }
        }
        return places;
    }

    private static final Comparator<List<Integer>> LEXICOGRAPHIC =
            (left, right) -> {
                for (int at = 0; at < Math.min(left.size(), right.size()); at++) {
                    int order = left.get(at).compareTo(right.get(at));
                    if (order != 0) {
                        return order;
                    }
                }
                return Integer.compare(left.size(), right.size());
            };
}
