package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.Comparison;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.ValueText;
import exeat.rules.prove.Proof.Failure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The part of obligation 7 about questions that hold somebody up: under the directive above their
 * finding stands, and below it waits for an answer. Nobody may go on without one, not even to a
 * person who decides, so each such question is a condition of the proof.
 *
 * <p>It compares two values of one fact that the directive above does not tell apart for somebody,
 * approved or referred. If the local rules do not either, no finding that stands above, of whatever
 * is known of whichever facts, is left open below: two ways to complete what is known are joined by
 * steps that change one fact each. Since decisions do not use links, neither does this.
 */
final class OneOfProof {

    /** The effort for each fact; beyond it, a note says so. */
    private static final long SPLITS = 200_000;

    private static final int LOOKS = 40_000;

    /** So many tests of values, and values that are told apart, are too many to be looked at. */
    private static final long MAX_TESTS = 2_000_000;

    private static final int MAX_VALUES = 100;

    private final OutcomeFunctions ours;
    private final Directive above;
    private final FactSpace space;
    private final List<DecisionList> local;
    private final List<DecisionList> theirs;

    OneOfProof(OutcomeFunctions ours, OutcomeFunctions theirs, Directive above) {
        this.ours = ours;
        this.above = above;
        this.space = ours.space();
        this.local = SubstanceFunctions.of(ours);
        this.theirs = SubstanceFunctions.of(theirs);
    }

    void prove(ProofAttempt proving) {
        for (int fact = 0; fact < space.dimensions().size(); fact++) {
            if (space.fact(fact).source() != FactDefinition.Source.PURPOSE) {
                apart(proving, fact);
            }
        }
    }

    private void apart(ProofAttempt proving, int fact) {
        // What both packs have alike cannot differ where it is the same above.
        var own =
                local.stream()
                        .filter(one -> one.reads(fact, space.count(fact)) && !theirs.contains(one))
                        .toList();
        if (own.isEmpty()) {
            return;
        }
        var looks = new AtomicInteger();
        var budget =
                new SplitBudget(
                        SPLITS,
                        () -> looks.incrementAndGet() > LOOKS || proving.budget().isTimeUp());
        try {
            var values = values(fact, own);
            for (int one : values) {
                for (int other : values) {
                    if (one < other && isHeldUp(new Values(fact, one, other), own, budget)) {
                        proving.assume(condition(fact, one, other));
                        return;
                    }
                }
            }
            if (values.isEmpty()) {
                proving.note(notChecked(fact));
            }
        } catch (LimitReached limit) {
            proving.note(notChecked(fact));
        }
    }

    private Failure notChecked(int fact) {
        return Failure.of(
                "Not fully checked: whether "
                        + ours.pack().ref().id()
                        + " waits for an answer on "
                        + space.fact(fact).name()
                        + " where "
                        + above.ref().id()
                        + " does not.");
    }

    /**
     * One value of a fact for all those that neither pack tells apart; none where there are too
     * many to be looked at.
     */
    private List<Integer> values(int fact, List<DecisionList> own) {
        var functions = Stream.concat(own.stream(), theirs.stream()).toList();
        long layers = functions.stream().mapToLong(one -> one.layers().size()).sum();
        if (layers * space.count(fact) > MAX_TESTS) {
            return List.of();
        }
        var values = new HashMap<BitSet, Integer>();
        for (int value = space.count(fact) - 1; value >= 0; value--) {
            var in = new BitSet();
            int at = 0;
            for (var function : functions) {
                for (var layer : function.layers()) {
                    in.set(at++, layer.box().set(fact).contains(value));
                }
            }
            values.put(in, value);
        }
        return values.size() > MAX_VALUES ? List.of() : values.values().stream().sorted().toList();
    }

    /** Whether for somebody two values are alike above, and not so below. */
    private boolean isHeldUp(Values values, List<DecisionList> own, SplitBudget budget) {
        var apart = own.stream().filter(one -> tells(one, values)).toList();
        if (apart.isEmpty()) {
            return false;
        }
        var telling = theirs.stream().filter(one -> tells(one, values)).toList();
        return !alike(
                telling,
                values,
                List.of(),
                budget,
                guards -> apart.stream().noneMatch(one -> differs(one, values, guards, budget)));
    }

    private record Values(int fact, int one, int other) {}

    private static boolean tells(DecisionList function, Values values) {
        return function.layers().stream()
                .map(layer -> layer.box().set(values.fact()))
                .anyMatch(set -> set.contains(values.one()) != set.contains(values.other()));
    }

    /**
     * Goes through the ways in which some functions have one label each for both values.
     *
     * @param more what is done with each; false to stop
     * @return false when it was stopped
     */
    private boolean alike(
            List<DecisionList> functions,
            Values values,
            List<Condition> guards,
            SplitBudget budget,
            Predicate<List<Condition>> more) {
        if (new BoxSearch(List.of(), budget).find(space.all(), guards).isEmpty()) {
            return true;
        }
        if (functions.isEmpty()) {
            return more.test(guards);
        }
        var function = functions.getFirst();
        var labels = new TreeSet<Integer>();
        function.layers().forEach(layer -> labels.add(layer.label()));
        labels.add(function.otherwise());
        for (int label : labels) {
            var further = new ArrayList<>(guards);
            for (int value : List.of(values.one(), values.other())) {
                further.add(fixed(function, values.fact(), value).is(given -> given == label));
            }
            if (!alike(functions.subList(1, functions.size()), values, further, budget, more)) {
                return false;
            }
        }
        return true;
    }

    private boolean differs(
            DecisionList own, Values values, List<Condition> guards, SplitBudget budget) {
        var comparison = new Comparison(new BoxSearch(List.of(), budget), space.all(), guards);
        var here = fixed(own, values.fact(), values.one());
        var there = fixed(own, values.fact(), values.other());
        return !comparison.less(here, there).isEmpty() || !comparison.less(there, here).isEmpty();
    }

    private DecisionList fixed(DecisionList function, int fact, int value) {
        return function.fixed(fact, value, space.count(fact));
    }

    private String condition(int fact, int one, int other) {
        var name = space.fact(fact).name();
        if (above.vocabulary().definition(name).isEmpty()) {
            return ("Everyone whom %s refers answers what only %s asks about %s: until then no"
                            + " officer decides.")
                    .formatted(above.ref().id(), ours.pack().ref().id(), name);
        }
        var classes = space.dimensions().get(fact);
        return ("Nobody's %s is known only as one of several values, such as %s or %s, or not at"
                        + " all, where %s does not tell them apart: %s waits for an answer then.")
                .formatted(
                        name,
                        ValueText.of(classes.sample(one)),
                        ValueText.of(classes.sample(other)),
                        above.ref().id(),
                        ours.pack().ref().id());
    }
}
