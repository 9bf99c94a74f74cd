package exeat.rules.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Points of some dimensions that boxes cover for every choice of the other dimensions. */
public final class Projection {

    private final Set<Integer> chosen;
    private final Predicate<Box> possible;
    private final Set<Integer> single;
    private final SplitBudget budget;

    /**
     * @param chosen the dimensions that may be completed
     */
    public Projection(Set<Integer> chosen, SplitBudget budget) {
        this(chosen, box -> true, Set.of(), budget);
    }

    /**
     * @param chosen the dimensions that may be completed
     * @param possible whether a box has a point that counts, if it has one class of each single
     *     dimension
     * @param single the dimensions, none of them chosen, for which each class matters
     */
    public Projection(
            Set<Integer> chosen, Predicate<Box> possible, Set<Integer> single, SplitBudget budget) {
        this.chosen = Set.copyOf(chosen);
        this.possible = possible;
        this.single = Set.copyOf(single);
        this.budget = budget;
    }

    /**
     * Goes through regions that the boxes cover, fibre by fibre, until one gives a result.
     *
     * @param region all of every chosen dimension
     * @throws SplitBudget.LimitReached when the limit is spent before it is known
     */
    public <T> Optional<T> covered(Box region, List<Box> boxes, Function<Box, Optional<T>> result) {
        var meeting = boxes.stream().filter(box -> box.meets(region)).toList();
        var open = single.stream().filter(at -> region.set(at).size() > 1).sorted().findFirst();
        // Were every box as wide as the region, a gap would still be left: so every fibre has one.
        if (open.isEmpty()
                && Cover.gap(
                                region,
                                meeting.stream().map(box -> widened(box, region)).toList(),
                                possible,
                                budget)
                        .isPresent()) {
            return Optional.empty();
        }
        if (open.isPresent()) {
            return split(region, boxes, open.get(), half(region.set(open.get())), result);
        }
        for (var box : meeting) {
            for (int at = 0; at < region.sets().size(); at++) {
                var own = region.set(at);
                if (!chosen.contains(at) && !box.set(at).covers(own)) {
                    return split(region, boxes, at, own.and(box.set(at)), result);
                }
            }
        }
        return result.apply(region);
    }

    private <T> Optional<T> split(
            Box region,
            List<Box> boxes,
            int dimension,
            ClassSet part,
            Function<Box, Optional<T>> result) {
        budget.split();
        budget.sink();
        try {
            var own = region.set(dimension);
            var inside = covered(region.with(dimension, part), boxes, result);
            return inside.isPresent()
                    ? inside
                    : covered(region.with(dimension, own.minus(part)), boxes, result);
        } finally {
            budget.rise();
        }
    }

    private static ClassSet half(ClassSet set) {
        var classes = set.stream().toArray();
        return set.and(ClassSet.run(0, classes[classes.length / 2 - 1]));
    }

    private Box widened(Box box, Box region) {
        var sets = new ArrayList<ClassSet>();
        for (int at = 0; at < region.sets().size(); at++) {
            sets.add(chosen.contains(at) ? box.set(at) : region.set(at));
        }
        return new Box(sets);
    }
}
