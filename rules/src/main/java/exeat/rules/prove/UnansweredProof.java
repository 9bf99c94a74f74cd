package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.Comparison;
import exeat.rules.box.Comparison.Less;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The part of obligation 7 about unknown facts: people who leave open what only the local rules ask
 * get at least what the directive above gives.
 *
 * <p>A local finding stands with unknown facts only if every completion has the same substance. So
 * where the directive above approves, the local substance may not depend on what only the local
 * rules ask. {@code Directive.decide} ignores links: if only completions that violate a link
 * differ, the proof holds on the condition that everyone answers, which the report says first.
 *
 * <p>What a finding that does not stand asks in the meantime is {@link RestrictionProof}'s.
 */
final class UnansweredProof {

    /**
     * The limits for a fact that only some people are asked for. Each look takes longer for
     * functions with many layers, so there are fewer looks then. What was not looked at is noted.
     */
    private static final long SPLITS = 20_000;

    private static final int LOOKS = 4_000;
    private static final int FEWER_LOOKS = 50;
    private static final int MANY_LAYERS = 250;

    /**
     * With this many values of the fact over all functions, there are too many to look at together.
     */
    private static final int MANY_VALUES = 100;

    private final OutcomeFunctions ours;
    private final OutcomeFunctions theirs;
    private final Directive above;
    private final FactSpace space;
    private final SplitBudget budget;
    private final List<FactLink> links;
    private final Condition approved;

    /**
     * @param approved whom the directive above approves
     */
    UnansweredProof(
            OutcomeFunctions ours,
            OutcomeFunctions theirs,
            Directive above,
            Condition approved,
            SplitBudget budget) {
        this.ours = ours;
        this.theirs = theirs;
        this.above = above;
        this.space = ours.space();
        this.approved = approved;
        this.links = ours.pack().links();
        this.budget = budget;
    }

    void prove(ProofAttempt proving) {
        var substance = SubstanceFunctions.of(ours);
        var theirSubstance = SubstanceFunctions.of(theirs);
        var open = open(theirSubstance);
        always(proving, substance, open);
        if (proving.failed()) {
            return;
        }
        for (int fact = 0; fact < space.dimensions().size(); fact++) {
            if (isAsked(fact) && !open.contains(fact) && reads(substance, fact)) {
                apart(proving, substance, theirSubstance, new Sometimes(fact, open));
            }
        }
    }

    /** The purpose is always known, for a finding has one. */
    private boolean isAsked(int fact) {
        return space.fact(fact).source() != FactDefinition.Source.PURPOSE;
    }

    private boolean reads(List<DecisionList> functions, int fact) {
        return functions.stream().anyMatch(one -> one.reads(fact, space.count(fact)));
    }

    /**
     * A fact that the directive above asks of some people and not of others, and those that it asks
     * of nobody.
     */
    private record Sometimes(int fact, Set<Integer> open) {
        Set<Integer> all() {
            var all = new TreeSet<>(open);
            all.add(fact);
            return all;
        }
    }

    /** Has a limit of its own, because a fact with thousands of values takes too long. */
    private void apart(
            ProofAttempt proving,
            List<DecisionList> substance,
            List<DecisionList> theirSubstance,
            Sometimes asked) {
        int fact = asked.fact();
        var turning =
                theirSubstance.stream().filter(one -> one.reads(fact, space.count(fact))).toList();
        int layers = turning.stream().mapToInt(one -> one.layers().size()).sum();
        int most =
                turning.stream().mapToInt(one -> space.alike(fact, List.of(one)).size()).sum()
                                > MANY_VALUES
                        ? 0
                        : layers > MANY_LAYERS ? FEWER_LOOKS : LOOKS;
        var looks = new AtomicInteger();
        var own =
                new SplitBudget(SPLITS, () -> looks.incrementAndGet() > most || budget.isTimeUp());
        try {
            new UnansweredProof(ours, theirs, above, approved, own)
                    .sometimes(proving, substance, turning, asked);
        } catch (LimitReached limit) {
            proving.note(
                    Failure.of(
                            "Not fully checked: whether "
                                    + ours.pack().ref().id()
                                    + " depends on "
                                    + space.fact(fact).name()
                                    + " for people whom "
                                    + above.ref().id()
                                    + " does not ask for it."));
        }
    }

    /**
     * For people whom the directive above does not ask for a fact, the local rules may not depend
     * on it.
     */
    private void sometimes(
            ProofAttempt proving,
            List<DecisionList> substance,
            List<DecisionList> turning,
            Sometimes asked) {
        int fact = asked.fact();
        settled(
                turning,
                fact,
                List.of(approved),
                guards -> {
                    if (links.isEmpty()) {
                        depends(substance, fact, guards)
                                .map(Less::region)
                                .map(region ->
                                        unanswered(region, space.person(region), fact, asked.all()))
                                .ifPresent(proving::fail);
                    } else {
                        completions(proving, substance, List.copyOf(asked.all()), guards);
                        if (depends(substance, fact, guards).isPresent()) {
                            proving.assume(condition(fact));
                        }
                    }
                    return !proving.failed();
                });
    }

    /**
     * Goes through the ways in which some functions have one label each whatever a fact is, as
     * conditions; of those that nobody meets, no further ones are made.
     *
     * @param more what is done with each; false to stop
     * @return false when it was stopped
     */
    private boolean settled(
            List<DecisionList> functions,
            int fact,
            List<Condition> guards,
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
            space.alike(fact, List.of(function))
                    .forEach(value ->
                            further.add(
                                    function.fixed(fact, value, space.count(fact))
                                            .is(given -> given == label)));
            if (!settled(functions.subList(1, functions.size()), fact, further, more)) {
                return false;
            }
        }
        return true;
    }

    private void always(ProofAttempt proving, List<DecisionList> substance, Set<Integer> open) {
        if (links.isEmpty()) {
            for (int fact : open) {
                depends(substance, fact, List.of(approved))
                        .map(Less::region)
                        .map(region -> unanswered(region, space.person(region), fact, open))
                        .ifPresent(proving::fail);
            }
            return;
        }
        completions(proving, substance, List.copyOf(open), List.of(approved));
        for (int fact : open) {
            if (depends(substance, fact, List.of(approved)).isPresent()) {
                proving.assume(condition(fact));
            }
        }
    }

    private String condition(int fact) {
        return condition(ours.pack(), space.fact(fact).name());
    }

    static String condition(ParsedPack local, FactName fact) {
        return "Everyone answers what only "
                + local.ref().id()
                + " asks about "
                + fact
                + ": until then it refers them, even where the links leave only one answer.";
    }

    /**
     * Whether two completions differ that both keep the links: of each open fact there is a copy,
     * for the other completion.
     */
    private void completions(
            ProofAttempt proving,
            List<DecisionList> substance,
            List<Integer> open,
            List<Condition> guards) {
        var twice = new Copies(space, open);
        var never = new ArrayList<Box>();
        FactLinkRegions.broken(space, links)
                .forEach(box -> {
                    never.add(twice.first(box));
                    never.add(twice.second(box));
                });
        var twiceGuarded =
                guards.stream()
                        .map(one -> new Condition(twice.first(one.layers()), one.wanted()))
                        .toList();
        var orders = OrderLinks.of(space, links).twice(twice::place, twice::fact);
        var search = new BoxSearch(never, orders, budget);
        var comparison = new Comparison(search, twice.all(), twiceGuarded);
        for (var function : substance) {
            var differ = comparison.less(twice.first(function), twice.second(function));
            if (!differ.isEmpty()) {
                // The widest region also contains people who violate a link; a part of it might
                // contain nobody else.
                var wide = differ.getFirst().region();
                var point = search.point(search.find(wide, List.of()).orElseThrow());
                var alone = new Box(IntStream.of(point).mapToObj(ClassSet::of).toList());
                var person = space.person(twice.original(alone));
                int fact =
                        open.stream()
                                .filter(at -> function.reads(at, space.count(at)))
                                .findFirst()
                                .orElseThrow();
                proving.fail(unanswered(twice.original(wide), person, fact, new TreeSet<>(open)));
                return;
            }
        }
    }

    /** A space in which some facts stand twice. */
    record Copies(FactSpace space, List<Integer> twice) {

        /** The place of the second copy of a fact; for facts without a copy, their only place. */
        int place(int fact) {
            int at = twice.indexOf(fact);
            return at < 0 ? fact : space.dimensions().size() + at;
        }

        int fact(int place) {
            int at = place - space.dimensions().size();
            return at < 0 ? place : twice.get(at);
        }

        Box all() {
            return first(space.all());
        }

        Box first(Box box) {
            var sets = new ArrayList<>(box.sets());
            twice.forEach(at -> sets.add(space.every(at)));
            return new Box(sets);
        }

        Box second(Box box) {
            var sets = new ArrayList<>(box.sets());
            twice.forEach(at -> {
                sets.add(box.set(at));
                sets.set(at, space.every(at));
            });
            return new Box(sets);
        }

        DecisionList first(DecisionList list) {
            return list.mapped(this::first);
        }

        DecisionList second(DecisionList list) {
            return list.mapped(this::second);
        }

        Box original(Box box) {
            return new Box(box.sets().subList(0, box.sets().size() - twice.size()));
        }
    }

    /**
     * The facts that the directive above asks of nobody: what it says never depends on them,
     * whether it reads them or not.
     */
    private Set<Integer> open(List<DecisionList> theirSubstance) {
        var open = new TreeSet<Integer>();
        for (int fact = 0; fact < space.dimensions().size(); fact++) {
            if (isAsked(fact) && depends(theirSubstance, fact, List.of()).isEmpty()) {
                open.add(fact);
            }
        }
        return open;
    }

    private Optional<Less> depends(List<DecisionList> functions, int fact, List<Condition> guards) {
        var comparison = new Comparison(new BoxSearch(List.of(), budget), space.all(), guards);
        for (var function : functions) {
            if (function.reads(fact, space.count(fact))) {
                var fixed = function.fixed(fact, 0, space.count(fact));
                var found =
                        Stream.of(
                                        comparison.less(fixed, function),
                                        comparison.less(function, fixed))
                                .flatMap(List::stream)
                                .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Failure unanswered(Box region, Facts person, int fact, Set<Integer> open) {
        var known = region;
        for (int at : open) {
            known = known.with(at, space.every(at));
        }
        return new Failure(
                above.ref().id()
                        + " approves without an answer on "
                        + space.fact(fact).name()
                        + "; "
                        + ours.pack().ref().id()
                        + " refers until there is one.",
                space.words(known),
                space.narrowed(known),
                List.of(
                        new Person(
                                without(person, open),
                                "refers, because a question is unanswered")));
    }

    private Facts without(Facts person, Set<Integer> open) {
        var known = new TreeMap<>(person.values());
        open.forEach(at -> known.remove(space.fact(at).name()));
        return new Facts(known);
    }
}
