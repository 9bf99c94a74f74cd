package exeat.rules.box;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides whether boxes together cover a region. The box that covers most of what is left is cut
 * out of it, one dimension after the other, and what remains outside each cut is examined
 * separately, with the boxes that still meet it.
 */
final class Cover {

    private final List<Box> boxes;
    private final Predicate<Box> possible;
    private final SplitBudget budget;

    private Cover(List<Box> boxes, Predicate<Box> possible, SplitBudget budget) {
        this.boxes = boxes;
        this.possible = possible;
        this.budget = budget;
    }

    /**
     * A part of the region that no box meets, and that has a possible point; empty when the boxes
     * cover all those.
     */
    static Optional<Box> gap(
            Box region, List<Box> boxes, Predicate<Box> possible, SplitBudget budget) {
        if (region.isEmpty()) {
            return Optional.empty();
        }
        var cover = new Cover(boxes, possible, budget);
        var left = new Left(region.sets().toArray(ClassSet[]::new), boxes.size());
        return cover.meet(left) ? Optional.empty() : cover.gap(left);
    }

    /**
     * What is left of the region, and the boxes that meet it.
     *
     * <p>Owned by one step of the recursion, which changes it while it cuts.
     */
    private static final class Left {
        final ClassSet[] region;
        final int[] boxes;

        /** The number of dimensions in which each box does not cover the region. */
        final int[] open;

        int count;

        Left(ClassSet[] region, int most) {
            this.region = region;
            this.boxes = new int[most];
            this.open = new int[most];
        }

        Left copy() {
            var copy = new Left(region.clone(), count);
            System.arraycopy(boxes, 0, copy.boxes, 0, count);
            System.arraycopy(open, 0, copy.open, 0, count);
            copy.count = count;
            return copy;
        }
    }

    /** Finds the boxes that meet the region; true when one covers it. */
    private boolean meet(Left left) {
        for (int box = 0; box < boxes.size(); box++) {
            int open = 0;
            for (int at = 0; at < left.region.length && open >= 0; at++) {
                var set = boxes.get(box).set(at);
                if (!set.meets(left.region[at])) {
                    open = -1;
                } else if (!set.covers(left.region[at])) {
                    open++;
                }
            }
            if (open == 0) {
                return true;
            }
            if (open > 0) {
                left.boxes[left.count] = box;
                left.open[left.count++] = open;
            }
        }
        return false;
    }

    private Optional<Box> gap(Left left) {
        var region = new Box(Arrays.asList(left.region));
        if (!possible.test(region)) {
            return Optional.empty();
        }
        if (left.count == 0) {
            return Optional.of(region);
        }
        budget.split();
        budget.sink();
        try {
            return cut(left);
        } finally {
            budget.rise();
        }
    }

    private Optional<Box> cut(Left left) {
        var cut = boxes.get(left.boxes[largest(left)]);
        for (int at : byOutside(cut, left.region)) {
            var set = cut.set(at);
            var outside = left.copy();
            if (!narrow(outside, at, left.region[at].minus(set))) {
                var gap = gap(outside);
                if (gap.isPresent()) {
                    return gap;
                }
            }
            if (narrow(left, at, left.region[at].and(set))) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("a box that was cut on every side covers what is left");
    }

    /** Narrows the region in one dimension; true when a box then covers it. */
    private boolean narrow(Left left, int dimension, ClassSet set) {
        var before = left.region[dimension];
        left.region[dimension] = set;
        int kept = 0;
        for (int at = 0; at < left.count; at++) {
            var other = boxes.get(left.boxes[at]).set(dimension);
            if (other.meets(set)) {
                int open = left.open[at];
                if (other.covers(set) && !other.covers(before)) {
                    open--;
                }
                if (open == 0) {
                    return true;
                }
                left.boxes[kept] = left.boxes[at];
                left.open[kept++] = open;
            }
        }
        left.count = kept;
        return false;
    }

    /** The box that covers most of the region, as an index of those that meet it. */
    private int largest(Left left) {
        int best = 0;
        double most = -1;
        for (int at = 0; at < left.count; at++) {
            var box = boxes.get(left.boxes[at]);
            double part = 1;
            for (int d = 0; d < left.region.length && part > most; d++) {
                part *= (double) box.set(d).shared(left.region[d]) / left.region[d].size();
            }
            if (part > most) {
                most = part;
                best = at;
            }
        }
        return best;
    }

    /** The dimensions in which the box leaves something out, the one with most outside first. */
    private static int[] byOutside(Box cut, ClassSet[] region) {
        var dimensions = new int[region.length];
        var inside = new double[region.length];
        int count = 0;
        for (int at = 0; at < region.length; at++) {
            int shared = cut.set(at).shared(region[at]);
            if (shared < region[at].size()) {
                double part = (double) shared / region[at].size();
                int place = count++;
                while (place > 0 && inside[place - 1] > part) {
                    inside[place] = inside[place - 1];
                    dimensions[place] = dimensions[place - 1];
                    place--;
                }
                inside[place] = part;
                dimensions[place] = at;
            }
        }
        return Arrays.copyOf(dimensions, count);
    }
}
