package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.SplitBudget;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Links between facts, as exclusions from a search and as sentences. */
final class FactLinkRegions {

    private FactLinkRegions() {}

    /** A search among people who satisfy the links. */
    static BoxSearch search(FactSpace space, List<FactLink> links, SplitBudget budget) {
        return new BoxSearch(broken(space, links), OrderLinks.of(space, links), budget);
    }

    /** Boxes of people who violate an implication; for orders see {@link OrderLinks}. */
    static List<Box> broken(FactSpace space, List<FactLink> links) {
        var boxes = new ArrayList<Box>();
        for (var link : links) {
            if (link instanceof FactLink.Implication implication) {
                broken(space, implication, boxes);
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
