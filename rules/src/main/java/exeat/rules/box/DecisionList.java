package exeat.rules.box;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * A piecewise constant function on a grid: the first box that contains a point gives its label, and
 * if none does, the default label.
 *
 * <p>A table with one answer is one, its rules in the order in which they win. So is a collected
 * best or worst: rules with that label come first. Two are equal that have the same layers in the
 * same order, so they give every point the same label.
 *
 * @param layers the winning ones first; empty boxes are left out
 * @param otherwise the default label
 */
public record DecisionList(List<Layer> layers, int otherwise) {

    /** A box and what holds on it, where no box before it does. */
    public record Layer(Box box, int label) {}

    public DecisionList {
        layers = layers.stream().filter(layer -> !layer.box().isEmpty()).toList();
    }

    /** The label at one point. */
    public int at(int[] point) {
        for (var layer : layers) {
            if (layer.box().contains(point)) {
                return layer.label();
            }
        }
        return otherwise;
    }

    /** Whether the function depends on this dimension, as far as its boxes show. */
    public boolean reads(int dimension, int classes) {
        return layers.stream().anyMatch(layer -> layer.box().set(dimension).size() < classes);
    }

    /** The function with one dimension fixed at one class. */
    public DecisionList fixed(int dimension, int valueClass, int classes) {
        var all = ClassSet.run(0, classes - 1);
        var left = new ArrayList<Layer>();
        for (var layer : layers) {
            if (layer.box().set(dimension).contains(valueClass)) {
                left.add(new Layer(layer.box().with(dimension, all), layer.label()));
            }
        }
        return new DecisionList(left, otherwise);
    }

    /** This function on another grid, whose boxes are made from these. */
    public DecisionList mapped(UnaryOperator<Box> map) {
        return new DecisionList(
                layers.stream()
                        .map(layer -> new Layer(map.apply(layer.box()), layer.label()))
                        .toList(),
                otherwise);
    }

    /** The condition that the label is one of those wanted. */
    public Condition is(IntPredicate wanted) {
        return new Condition(this, wanted);
    }

    /** What is asked of a point. */
    public record Condition(DecisionList layers, IntPredicate wanted) {

        public boolean holds(int[] point) {
            return wanted.test(layers.at(point));
        }

        Condition negated() {
            return new Condition(layers, wanted.negate());
        }
    }
}
