package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.Comparison;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.finding.Aspect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds where one pack, or one value of a fact, gives somebody less than another: in each aspect,
 * and in the grounds on which an approval can be set aside.
 */
final class Regression {

    /**
     * A region in which one side gives less.
     *
     * @param left what the one that gives less gives there, in words that follow a name
     * @param right what the other gives there
     */
    record Found(Box region, String left, String right) {}

    private final BoxSearch search;
    private final Box within;
    private final List<Condition> guards;

    /**
     * @param guards what holds of those who count
     */
    Regression(BoxSearch search, Box within, List<Condition> guards) {
        this.search = search;
        this.within = within;
        this.guards = guards;
    }

    /** A side of a comparison: a pack's functions, perhaps with one fact fixed. */
    record Side(OutcomeFunctions functions, UnaryOperator<DecisionList> view) {

        static Side of(OutcomeFunctions functions) {
            return new Side(functions, UnaryOperator.identity());
        }

        static Side fixed(OutcomeFunctions functions, int dimension, int valueClass) {
            int classes = functions.space().count(dimension);
            return new Side(functions, layers -> layers.fixed(dimension, valueClass, classes));
        }

        DecisionList layers(Aspect aspect, List<BigDecimal> scale) {
            return view.apply(functions.valued(aspect).labelled(scale));
        }

        DecisionList standing(String ground) {
            return view.apply(functions.standing(ground));
        }
    }

    /** Where the left side gives less in this aspect; empty if it does so nowhere. */
    List<Found> in(Aspect aspect, Side left, Side right) {
        var scale =
                OutcomeFunctions.scale(
                        left.functions().valued(aspect), right.functions().valued(aspect));
        return new Comparison(search, within, guards)
                .less(left.layers(aspect, scale), right.layers(aspect, scale)).stream()
                        .map(less ->
                                new Found(
                                        less.region(),
                                        aspect.words(scale.get(less.left())),
                                        aspect.words(scale.get(less.right()))))
                        .toList();
    }

    /** Where both approve in general, and only the left side can be set aside on this ground. */
    List<Found> in(String ground, Side left, Side right) {
        var conditions = new ArrayList<>(guards);
        conditions.add(left.standing(ground).is(is -> is == OutcomeFunctions.CAN_BE_SET_ASIDE));
        conditions.add(right.standing(ground).is(is -> is == OutcomeFunctions.STANDS));
        return search
                .find(within, conditions)
                .map(region -> search.widened(region, within, conditions))
                .map(region ->
                        new Found(
                                region,
                                "lets it be set aside for " + ground,
                                "does not let it be set aside for that"))
                .stream()
                .toList();
    }
}
