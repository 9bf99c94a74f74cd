package exeat.rules.explain;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.dmn.Literal;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes boxes of facts in words, naming only the facts that are restricted. */
public final class BoxWording {

    /** How many values of a longer list are named. */
    private static final int NAMED = 6;

    private final List<ValueClasses> dimensions;
    private final int[] ordinals;
    private final Map<FactName, Set<Literal>> constants;

    /**
     * Wording for boxes over these facts.
     *
     * @param ordinals by fact, how many of its classes have values in an order; those come first
     * @param constants by fact, what its values are compared with
     */
    @SuppressWarnings("exports")
    public BoxWording(
            List<ValueClasses> dimensions, int[] ordinals, Map<FactName, Set<Literal>> constants) {
        this.dimensions = dimensions;
        this.ordinals = ordinals;
        this.constants = constants;
    }

    /** The box in words, which follow "a person with". */
    @SuppressWarnings("exports")
    public String of(Box box) {
        var parts = new ArrayList<String>();
        for (int at = 0; at < dimensions.size(); at++) {
            int all = dimensions.get(at).count();
            if (box.set(at).size() < all) {
                parts.add(dimensions.get(at).fact().name() + " " + of(at, box.set(at)));
            }
        }
        return parts.isEmpty() ? "any facts at all" : String.join("; ", parts);
    }

    private String of(int dimension, ClassSet set) {
        var classes = dimensions.get(dimension);
        var all = ClassSet.run(0, classes.count() - 1);
        var ordinal = ClassSet.run(0, ordinals[dimension] - 1);
        var rest = set.minus(ordinal);
        var outside = all.minus(set);
        boolean fewerOutside = outside.size() < set.size();
        if (fewerOutside && outside.minus(ordinal).equals(outside)) {
            return "is not " + names(classes, outside);
        }
        var parts = new ArrayList<String>();
        runs(set.and(ordinal)).forEach(run -> parts.add(run(dimension, run)));
        if (!rest.isEmpty()) {
            parts.add("is " + names(classes, rest));
        }
        return shortened(parts);
    }

    private String names(ValueClasses classes, ClassSet set) {
        var names =
                set.stream()
                        .mapToObj(classes::sample)
                        .map(value ->
                                isMadeUp(classes, value) ? "any other text" : ValueText.of(value))
                        .toList();
        return shortened(names);
    }

    /** A text that stands for all those that nothing names. */
    private boolean isMadeUp(ValueClasses classes, Value value) {
        return value instanceof Value.Text text
                && !isConstant(classes, value)
                && !classes.fact().values().contains(text.text());
    }

    private static String shortened(List<String> parts) {
        if (parts.size() <= NAMED) {
            return String.join(" or ", parts);
        }
        return parts.stream().limit(NAMED).collect(Collectors.joining(" or "))
                + " or one of "
                + (parts.size() - NAMED)
                + " more";
    }

    private static List<ClassSet> runs(ClassSet set) {
        var runs = new ArrayList<ClassSet>();
        var left = set;
        while (!left.isEmpty()) {
            int high = left.low();
            while (left.contains(high + 1)) {
                high++;
            }
            var run = ClassSet.run(left.low(), high);
            runs.add(run);
            left = left.minus(run);
        }
        return runs;
    }

    private String run(int dimension, ClassSet run) {
        var classes = dimensions.get(dimension);
        var low = classes.sample(run.low());
        var high = classes.sample(run.high());
        boolean first = run.low() == 0;
        boolean last = run.high() == ordinals[dimension] - 1;
        if (run.size() == 1 && isConstant(classes, low)) {
            return "is " + ValueText.of(low);
        }
        if (first && last) {
            return "is any value";
        }
        var from =
                isConstant(classes, low)
                        ? "at least " + ValueText.of(low)
                        : "more than " + below(dimension, run.low());
        var to =
                isConstant(classes, high)
                        ? "at most " + ValueText.of(high)
                        : "less than " + above(dimension, run.high());
        if (first) {
            return "is " + to;
        }
        return "is " + (last ? from : from + " and " + to);
    }

    private boolean isConstant(ValueClasses classes, Value sample) {
        return constants
                .getOrDefault(classes.fact().name(), Set.of())
                .contains(Conditions.literal(sample));
    }

    /** The constant that bounds a gap from below. */
    private String below(int dimension, int gap) {
        return nearest(dimension, gap, -1);
    }

    private String above(int dimension, int gap) {
        return nearest(dimension, gap, 1);
    }

    private String nearest(int dimension, int gap, int side) {
        var classes = dimensions.get(dimension);
        var sample = classes.sample(gap);
        return constants.getOrDefault(classes.fact().name(), Set.of()).stream()
                .map(Conditions::value)
                .filter(value -> value instanceof Value.Quantity || value instanceof Value.Day)
                .filter(value -> Integer.signum(Conditions.compare(value, sample)) == side)
                .min((a, b) -> -side * Conditions.compare(b, a))
                .map(ValueText::of)
                .orElse(ValueText.of(sample));
    }
}
