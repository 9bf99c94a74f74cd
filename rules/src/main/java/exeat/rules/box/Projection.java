package exeat.rules.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Points of some dimensions that boxes cover whatever the other dimensions are: those for which
 * nothing is left to choose.
 */
public final class Projection {

    private final Set<Integer> chosen;
    private final SplitBudget budget;

    /**
     * @param chosen the dimensions that may be completed
     */
    public Projection(Set<Integer> chosen, SplitBudget budget) {
        this.chosen = Set.copyOf(chosen);
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
        // Were every box as wide as the region, a gap would still be left: so every fibre has one.
        if (Cover.gap(region, meeting.stream().map(box -> widened(box, region)).toList(), budget)
                .isPresent()) {
            return Optional.empty();
        }
        for (var box : meeting) {
            for (int at = 0; at < region.sets().size(); at++) {
                var own = region.set(at);
                if (!chosen.contains(at) && !box.set(at).covers(own)) {
                    budget.split();
                    budget.sink();
                    try {
                        var inside = covered(region.with(at, own.and(box.set(at))), boxes, result);
                        return inside.isPresent()
                                ? inside
                                : covered(region.with(at, own.minus(box.set(at))), boxes, result);
                    } finally {
                        budget.rise();
                    }
                }
            }
        }
        return result.apply(region);
    }

    private Box widened(Box box, Box region) {
        var sets = new ArrayList<ClassSet>();
        for (int at = 0; at < region.sets().size(); at++) {
            sets.add(chosen.contains(at) ? box.set(at) : region.set(at));
        }
        return new Box(sets);
    }
}
