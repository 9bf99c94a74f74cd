package exeat.rules.box;

import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.DecisionList.Layer;
import exeat.rules.box.SplitBudget.LimitReached;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where one function of a grid gives a lower label than another.
 *
 * <p>Such a point lies in the box that wins for the other one. So each box of the other is looked
 * at alone, and of the boxes that win before it only those that give less can matter: at a point of
 * a higher one the other gives more still.
 */
public final class Comparison {

    /** The number of examples of one difference; nobody would read more. */
    private static final int MAX_REGIONS = 3;

    private final BoxSearch search;
    private final Box within;
    private final List<Condition> guards;

    /**
     * @param guards what holds at the points that count
     */
    public Comparison(BoxSearch search, Box within, List<Condition> guards) {
        this.search = search;
        this.within = within;
        this.guards = List.copyOf(guards);
    }

    /**
     * A region where the left function gives less.
     *
     * @param region at whose every point it gives less, and the guards hold
     * @param left what it gives at one point
     * @param right what the other gives there
     */
    public record Less(Box region, int left, int right) {}

    /**
     * Regions where the left function gives less than the right one, no two of them with the same
     * two labels; none exactly when it gives at least as much everywhere.
     *
     * @throws LimitReached when the limit is spent before one is found
     */
    public List<Less> less(DecisionList left, DecisionList right) {
        var found = new ArrayList<Less>();
        var before = new ArrayList<Layer>();
        int least =
                Math.min(
                        left.otherwise(),
                        left.layers().stream()
                                .mapToInt(Layer::label)
                                .min()
                                .orElse(left.otherwise()));
        try {
            for (var layer : right.layers()) {
                if (found.size() < MAX_REGIONS && layer.label() > least) {
                    less(left, right, layer, before, found);
                }
                before.add(layer);
            }
            if (found.size() < MAX_REGIONS && right.otherwise() > least) {
                less(left, right, new Layer(within, right.otherwise()), before, found);
            }
        } catch (LimitReached limit) {
            if (found.isEmpty()) {
                throw limit;
            }
        }
        return found;
    }

    private void less(
            DecisionList left,
            DecisionList right,
            Layer layer,
            List<Layer> before,
            List<Less> found) {
        int label = layer.label();
        var region = layer.box().and(within);
        var lower = new ArrayList<Box>();
        for (var earlier : before) {
            if (earlier.label() < label && earlier.box().meets(region)) {
                lower.add(earlier.box());
            }
        }
        var conditions = new ArrayList<>(guards);
        var lesser = left.is(given -> given < label);
        conditions.add(lesser);
        var gap = search.find(region, lower, conditions);
        if (gap.isEmpty()) {
            return;
        }
        var point = search.point(gap.get());
        int gives = left.at(point);
        int other = right.at(point);
        if (found.stream().anyMatch(less -> less.left() == gives && less.right() == other)) {
            return;
        }
        var all = new ArrayList<>(guards);
        all.add(left.is(given -> given == gives));
        all.add(right.is(given -> given == other));
        // The found region may hold several labels; the widened one holds these two alone.
        var same = search.find(gap.get(), all).orElseThrow();
        found.add(new Less(search.widened(same, within, all), gives, other));
    }
}
