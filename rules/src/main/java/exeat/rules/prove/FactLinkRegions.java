package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.ValueText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Links between facts as boxes that hold everybody who breaks one, and as sentences. */
final class FactLinkRegions {

    private FactLinkRegions() {}

    /** Boxes that hold those who break a link, and nobody else. */
    static List<Box> broken(FactSpace space, List<FactLink> links) {
        var boxes = new ArrayList<Box>();
        for (var link : links) {
            switch (link) {
                case FactLink.Implication implication -> broken(space, implication, boxes);
                case FactLink.Order order -> broken(space, order, boxes);
            }
        }
        return boxes.stream().filter(box -> !box.isEmpty()).toList();
    }

    private static void broken(FactSpace space, FactLink.Implication link, List<Box> boxes) {
        var when = space.box(link.when());
        link.then()
                .forEach((fact, test) -> {
                    int at = space.index(fact).orElseThrow();
                    boxes.add(when.with(at, when.set(at).minus(space.classes(at, test))));
                });
    }

    /**
     * Where both facts have a value: a class stands for its sample, see {@link FactSpaceBuilder}.
     */
    private static void broken(FactSpace space, FactLink.Order link, List<Box> boxes) {
        int left = space.index(link.left()).orElseThrow();
        int right = space.index(link.right()).orElseThrow();
        int from = 0;
        var wrong = wrong(space, link.comparison(), left, 0, right);
        for (int at = 1; at <= space.ordinals(left); at++) {
            var next =
                    at == space.ordinals(left)
                            ? ClassSet.EMPTY
                            : wrong(space, link.comparison(), left, at, right);
            if (at == space.ordinals(left) || !next.equals(wrong)) {
                var run = space.all().with(left, ClassSet.run(from, at - 1));
                boxes.add(run.with(right, wrong));
                from = at;
                wrong = next;
            }
        }
    }

    private static ClassSet wrong(
            FactSpace space, UnaryTest.Comparison comparison, int left, int at, int right) {
        var one = space.dimensions().get(left).sample(at);
        var wrong = new BitSet();
        for (int other = 0; other < space.ordinals(right); other++) {
            var sample = space.dimensions().get(right).sample(other);
            wrong.set(other, !comparison.holds(Conditions.compare(one, sample)));
        }
        return ClassSet.of(wrong);
    }

    /** The link as an assumption, with what it rests on. */
    static String sentence(FactLink link) {
        return switch (link) {
            case FactLink.Implication implication ->
                    "Anyone who has "
                            + tests(implication.when())
                            + " has "
                            + tests(implication.then())
                            + ": "
                            + implication.because();
            case FactLink.Order order ->
                    order.left()
                            + " is always "
                            + switch (order.comparison()) {
                                case LESS -> "less than";
                                case AT_MOST -> "at most";
                                case MORE -> "more than";
                                case AT_LEAST -> "at least";
                            }
                            + " "
                            + order.right()
                            + ": "
                            + order.because();
        };
    }

    private static String tests(Map<FactName, UnaryTest> tests) {
        return String.join(
                " and ",
                tests.entrySet().stream()
                        .map(test -> test.getKey() + " " + words(test.getValue()))
                        .toList());
    }

    private static String words(UnaryTest test) {
        return switch (test) {
            case UnaryTest.Any any -> "of any value";
            case UnaryTest.Equal equal -> ValueText.of(Conditions.value(equal.literal()));
            case UnaryTest.Ordered ordered ->
                    switch (ordered.comparison()) {
                                case LESS -> "below ";
                                case AT_MOST -> "up to ";
                                case MORE -> "above ";
                                case AT_LEAST -> "from ";
                            }
                            + ValueText.of(Conditions.value(ordered.literal()));
            case UnaryTest.Interval interval ->
                    (interval.withLow() ? "from " : "above ")
                            + ValueText.of(Conditions.value(interval.low()))
                            + (interval.withHigh() ? " up to " : " and below ")
                            + ValueText.of(Conditions.value(interval.high()));
            case UnaryTest.OneOf oneOf ->
                    String.join(
                            " or ", oneOf.tests().stream().map(FactLinkRegions::words).toList());
            case UnaryTest.Not not -> "not " + words(not.test());
        };
    }
}
