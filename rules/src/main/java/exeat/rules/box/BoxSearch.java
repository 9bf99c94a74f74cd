package exeat.rules.box;

import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget.LimitReached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Searches for points at which several conditions hold together.
 *
 * <p>A function has one of the wanted labels at a point because of one layer, or because of none:
 * for each condition one such reason is tried after the other. A reason keeps the point within a
 * box, and out of the boxes that would have won before it. What is left to ask is whether those
 * cover the region.
 */
public final class BoxSearch {

    /** The effort allowed for describing a region in few words. */
    private static final long WIDENING = 20_000;

    /** A dimension with more classes is widened by runs, not class by class. */
    private static final int FEW = 40;

    private final List<Box> never;
    private final Predicate<Box> possible;
    private final SplitBudget budget;

    /**
     * @param never where nothing is looked for
     */
    public BoxSearch(List<Box> never, SplitBudget budget) {
        this(never, box -> true, budget);
    }

    /**
     * @param never where nothing is looked for
     * @param possible whether a box has a point that counts, for what no boxes can say; of a part
     *     of a box that has none, it has none either
     */
    public BoxSearch(List<Box> never, Predicate<Box> possible, SplitBudget budget) {
        this.never = List.copyOf(never);
        this.possible = possible;
        this.budget = budget;
    }

    /**
     * A box at whose every point that counts all conditions hold; empty when there is no such
     * point.
     *
     * @throws LimitReached if the limit is reached before the answer is known
     */
    public Optional<Box> find(Box region, List<Condition> conditions) {
        return find(region, List.of(), conditions);
    }

    /**
     * Like {@link #find(Box, List)}, but outside further boxes too.
     *
     * @throws LimitReached if the limit is reached before the answer is known
     */
    public Optional<Box> find(Box region, List<Box> without, List<Condition> conditions) {
        var outOf = new ArrayList<>(never);
        outOf.addAll(without);
        return region.isEmpty() ? Optional.empty() : reasons(0, region, outOf, conditions);
    }

    /** A point that counts in a box that this search found. */
    public int[] point(Box found) {
        var narrowed = found;
        for (int at = 0; at < found.sets().size(); at++) {
            int dimension = at;
            var box = narrowed;
            narrowed =
                    found.set(at).stream()
                            .mapToObj(one -> box.with(dimension, ClassSet.of(one)))
                            .filter(possible)
                            .findFirst()
                            .orElseThrow();
        }
        return narrowed.sets().stream().mapToInt(ClassSet::low).toArray();
    }

    /** Whether all conditions hold at every point of the region that counts. */
    public boolean everywhere(Box region, List<Condition> conditions) {
        return conditions.stream()
                .allMatch(condition -> find(region, List.of(condition.negated())).isEmpty());
    }

    private Optional<Box> reasons(int at, Box region, List<Box> outOf, List<Condition> conditions) {
        budget.step();
        if (!possible.test(region)) {
            return Optional.empty();
        }
        if (outOf.stream().anyMatch(box -> box.covers(region))) {
            return Optional.empty();
        }
        if (at == conditions.size()) {
            return Cover.gap(region, outOf, possible, budget);
        }
        var condition = conditions.get(at);
        var before = new ArrayList<>(outOf);
        for (var layer : condition.layers().layers()) {
            if (!layer.box().meets(region)) {
                continue;
            }
            if (condition.wanted().test(layer.label())) {
                var found = reasons(at + 1, region.and(layer.box()), before, conditions);
                if (found.isPresent()) {
                    return found;
                }
            } else {
                before.add(layer.box());
            }
            if (layer.box().covers(region)) {
                return Optional.empty();
            }
        }
        return condition.wanted().test(condition.layers().otherwise())
                ? reasons(at + 1, region, before, conditions)
                : Optional.empty();
    }

    /**
     * The region made larger, as far as its conditions allow, so that fewer words describe it: it
     * is not the largest, and it may reach into what is never looked at.
     *
     * @param region at whose every point the conditions hold
     * @param within which it stays
     */
    public Box widened(Box region, Box within, List<Condition> conditions) {
        var apart = new BoxSearch(never, possible, new SplitBudget(WIDENING));
        var wide = region;
        try {
            for (int at = 0; at < region.sets().size(); at++) {
                wide = apart.widened(wide, at, within.set(at), conditions);
            }
        } catch (LimitReached enough) {
            return wide;
        }
        return wide;
    }

    private Box widened(Box region, int dimension, ClassSet most, List<Condition> conditions) {
        var own = region.set(dimension);
        var rest = most.minus(own);
        if (rest.isEmpty() || everywhere(region.with(dimension, rest), conditions)) {
            return region.with(dimension, own.or(rest));
        }
        var wide = own;
        if (most.size() <= FEW) {
            for (int more : rest.stream().toArray()) {
                if (everywhere(region.with(dimension, ClassSet.of(more)), conditions)) {
                    wide = wide.or(ClassSet.of(more));
                }
            }
            return region.with(dimension, wide);
        }
        for (int step = Integer.highestOneBit(most.size()); step > 0; step /= 2) {
            var up = ClassSet.run(wide.high() + 1, wide.high() + step).and(most);
            if (!up.isEmpty() && everywhere(region.with(dimension, up), conditions)) {
                wide = wide.or(up);
            }
            var down = ClassSet.run(Math.max(0, wide.low() - step), wide.low() - 1).and(most);
            if (!down.isEmpty() && everywhere(region.with(dimension, down), conditions)) {
                wide = wide.or(down);
            }
        }
        return region.with(dimension, wide);
    }
}
