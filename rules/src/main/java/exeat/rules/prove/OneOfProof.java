package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.ValueText;
import exeat.rules.prove.Proof.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
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

    /**
     * The greatest number of tests of values, times values that are told apart, that is examined.
     */
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
        // If the directive above has the same function, it cannot differ where that one is the
        // same.
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
        var values = space.alike(fact, functions);
        return values.size() > MAX_VALUES ? List.of() : values;
    }

    /**
     * Whether there is somebody for whom two values are alike above and not alike below. Looks
     * first at the people for whom they are not alike below, who are few, and then at one function
     * after the other above.
     */
    private boolean isHeldUp(Values values, List<DecisionList> own, SplitBudget budget) {
        var telling = theirs.stream().filter(one -> tells(one, values)).toList();
        for (var one : own) {
            if (tells(one, values) && isHeldUp(one, telling, values, budget)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeldUp(
            DecisionList own, List<DecisionList> telling, Values values, SplitBudget budget) {
        var here = fixed(own, values.fact(), values.one());
        var there = fixed(own, values.fact(), values.other());
        for (int label : labels(own)) {
            var apart =
                    List.of(here.is(given -> given == label), there.is(given -> given != label));
            if (isAlike(nearestFirst(own, telling), values, apart, budget)) {
                return true;
            }
        }
        return false;
    }

    /** What the pack changed least from tells soonest that nobody is left. */
    private List<DecisionList> nearestFirst(DecisionList own, List<DecisionList> telling) {
        int at = local.indexOf(own);
        if (at >= theirs.size() || !telling.contains(theirs.get(at))) {
            return telling;
        }
        var nearest = theirs.get(at);
        return Stream.concat(
                        Stream.of(nearest), telling.stream().filter(one -> !one.equals(nearest)))
                .toList();
    }

    private static Set<Integer> labels(DecisionList function) {
        var labels = new TreeSet<Integer>();
        function.layers().forEach(layer -> labels.add(layer.label()));
        labels.add(function.otherwise());
        return labels;
    }

    private record Values(int fact, int one, int other) {}

    private static boolean tells(DecisionList function, Values values) {
        return function.layers().stream()
                .map(layer -> layer.box().set(values.fact()))
                .anyMatch(set -> set.contains(values.one()) != set.contains(values.other()));
    }

    /** Whether for somebody whom the guards leave, each function has one label for both values. */
    private boolean isAlike(
            List<DecisionList> functions,
            Values values,
            List<Condition> guards,
            SplitBudget budget) {
        if (new BoxSearch(List.of(), budget).find(space.all(), guards).isEmpty()) {
            return false;
        }
        if (functions.isEmpty()) {
            return true;
        }
        var function = functions.getFirst();
        var rest = functions.subList(1, functions.size());
        for (int label : labels(function)) {
            var further = new ArrayList<>(guards);
            for (int value : List.of(values.one(), values.other())) {
                further.add(fixed(function, values.fact(), value).is(given -> given == label));
            }
            if (isAlike(rest, values, further, budget)) {
                return true;
            }
        }
        return false;
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
