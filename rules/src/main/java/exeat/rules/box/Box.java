package exeat.rules.box;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a grid: the points whose class, in each dimension, is in that dimension's set. The
 * conditions of a rule are one box.
 *
 * @param sets in the order of the dimensions
 */
public record Box(List<ClassSet> sets) {

    public Box {
        sets = List.copyOf(sets);
    }

    /** Every point of a grid with these numbers of classes in its dimensions. */
    public static Box all(List<Integer> counts) {
        return new Box(counts.stream().map(count -> ClassSet.run(0, count - 1)).toList());
    }

    public ClassSet set(int dimension) {
        return sets.get(dimension);
    }

    public boolean isEmpty() {
        return sets.stream().anyMatch(ClassSet::isEmpty);
    }

    public boolean contains(int[] point) {
        for (int at = 0; at < point.length; at++) {
            if (!sets.get(at).contains(point[at])) {
                return false;
            }
        }
        return true;
    }

    public boolean meets(Box other) {
        for (int at = 0; at < sets.size(); at++) {
            if (!sets.get(at).meets(other.sets.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every point of the other is in this one. */
    public boolean covers(Box other) {
        for (int at = 0; at < sets.size(); at++) {
            if (!sets.get(at).covers(other.sets.get(at))) {
                return false;
            }
        }
        return true;
    }

    public Box and(Box other) {
        var both = new ArrayList<ClassSet>(sets.size());
        for (int at = 0; at < sets.size(); at++) {
            both.add(sets.get(at).and(other.sets.get(at)));
        }
        return new Box(both);
    }

    /** What is in this box and not in the other, as boxes that do not meet. */
    public List<Box> minus(Box other) {
        if (other.isEmpty() || !other.meets(this)) {
            return List.of(this);
        }
        var left = new ArrayList<Box>();
        var inside = this;
        for (int at = 0; at < sets.size(); at++) {
            var outside = inside.set(at).minus(other.set(at));
            if (!outside.isEmpty()) {
                left.add(inside.with(at, outside));
            }
            inside = inside.with(at, inside.set(at).and(other.set(at)));
        }
        return left;
    }

    /** The box with another set in one dimension. */
    public Box with(int dimension, ClassSet set) {
        var changed = new ArrayList<>(sets);
        changed.set(dimension, set);
        return new Box(changed);
    }
}
