package exeat.rules.explain;

import exeat.rules.Directive;
import exeat.rules.decide.Completions;
import exeat.rules.decide.DecisionDiagram;
import exeat.rules.decide.OutcomeDiagram;
import exeat.rules.decide.Resolution.Substance;
import exeat.rules.decide.RuleMatcher;
import exeat.rules.explain.Counterfactuals.Item;
import exeat.rules.explain.Counterfactuals.Way;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.ValueInterval;
import exeat.rules.finding.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The search for {@link Counterfactuals}: all sets of one fact, then of two, until one leads to
 * approval.
 */
final class CounterfactualSearch {

    /** How often a fact is tried with another value. */
    private static final int MAX_TRIES = 200_000;

    /** Changed levels, each with the classes that would do, and the outcome. */
    private record Found(SortedMap<Integer, BitSet> classes, Outcome outcome) {}

    private final Directive directive;
    private final RuleMatcher matcher;
    private final Facts facts;
    private final int[] classes;
    private final List<Integer> changeable = new ArrayList<>();
    private final OutcomeDiagram cases;

    /** The branch of each class, by level. */
    private final List<int[]> branches;

    private final List<Found> found = new ArrayList<>();
    private int tries;

    CounterfactualSearch(Directive directive, Facts facts) {
        this.directive = directive;
        this.matcher = directive.matcher();
        this.facts = facts;
        this.classes = matcher.classes(facts);
        var fixed = classes.clone();
        var open = new ArrayList<Integer>();
        for (int input = 0; input < classes.length; input++) {
            if (matcher.fact(input).isChangeable()) {
                changeable.add(input);
                fixed[input] = RuleMatcher.UNKNOWN;
            } else if (classes[input] == RuleMatcher.UNKNOWN) {
                open.add(input);
            }
        }
        var order = new ArrayList<>(changeable);
        order.addAll(open);
        this.cases =
                new OutcomeDiagram(
                        matcher, directive.answers(), fixed, order, Completions.MAX_CASES);
        this.branches = IntStream.range(0, changeable.size()).mapToObj(cases::branches).toList();
    }

    Counterfactuals changes() {
        if (directive.decide(facts).outcome().approves()) {
            return new Counterfactuals(List.of(), List.of(), false, true);
        }
        try {
            int function = cases.root().orElseThrow(DecisionDiagram.Full::new);
            var ways = fewest(function, false);
            boolean isOpen = canApprove(asItIs(function), new BitSet());
            boolean settled = ways.isEmpty() && !isOpen;
            var openings = settled ? fewest(function, true) : List.<Way>of();
            return new Counterfactuals(ways, openings, isOpen, true);
        } catch (DecisionDiagram.Full full) {
            return new Counterfactuals(List.of(), List.of(), false, false);
        }
    }

    /** What is left of the function when nothing is changed. */
    private int asItIs(int function) throws DecisionDiagram.Full {
        int left = function;
        for (int level = 0; level < changeable.size(); level++) {
            int now = classes[changeable.get(level)];
            left = now == RuleMatcher.UNKNOWN ? left : restrict(left, level, now);
        }
        return left;
    }

    private List<Way> fewest(int function, boolean opening) throws DecisionDiagram.Full {
        found.clear();
        int most = cases.diagram().support(function).cardinality();
        for (int size = 1; size <= most && found.isEmpty(); size++) {
            search(new Branch(function, 0, size), opening, new TreeMap<>());
        }
        return ways();
    }

    /** A function that remains from a level on, with a number of changes still to make. */
    private record Branch(int function, int level, int changes) {}

    private void search(Branch at, boolean opening, Map<Integer, Integer> changed)
            throws DecisionDiagram.Full {
        var diagram = cases.diagram();
        int function = at.function();
        int next = diagram.support(function).nextSetBit(at.level());
        if (next < 0 || next >= changeable.size()) {
            // With a change to spare, this was found already with fewer changes.
            if (at.changes() == 0) {
                leads(function, opening).ifPresent(o -> found.add(found(changed, o)));
            }
            return;
        }
        int now = classes[changeable.get(next)];
        boolean unknown = now == RuleMatcher.UNKNOWN;
        int kept = unknown ? function : restrict(function, next, now);
        search(new Branch(kept, next + 1, at.changes()), opening, changed);
        // To open the case again, what is unknown is asked and need not be guessed.
        int last = at.changes() == 0 || (unknown && opening) ? 0 : count(next);
        for (int to = 0; to < last; to++) {
            if (to != now) {
                if (tries++ == MAX_TRIES) {
                    throw new DecisionDiagram.Full();
                }
                changed.put(next, to);
                int left = restrict(function, next, to);
                search(new Branch(left, next + 1, at.changes() - 1), opening, changed);
                changed.remove(next);
            }
        }
    }

    /** What is left of a function when the class at one level is known. */
    private int restrict(int function, int level, int valueClass) throws DecisionDiagram.Full {
        return cases.diagram().restrict(function, level, branches.get(level)[valueClass]);
    }

    private int count(int level) {
        return matcher.input(changeable.get(level)).count();
    }

    private Optional<Outcome> leads(int function, boolean opening) {
        if (opening) {
            return Optional.of(Outcome.REFER).filter(o -> canApprove(function, new BitSet()));
        }
        return cases.diagram().isSettled(function)
                ? cases.diagram().result(function).map(Substance::outcome).filter(Outcome::approves)
                : Optional.empty();
    }

    /** Whether some way to fill in what is still open approves. */
    private boolean canApprove(int function, BitSet seen) {
        var diagram = cases.diagram();
        if (diagram.isSettled(function)) {
            return diagram.result(function).filter(s -> s.outcome().approves()).isPresent();
        }
        if (seen.get(function)) {
            return false;
        }
        seen.set(function);
        return diagram.children(function).stream().anyMatch(child -> canApprove(child, seen));
    }

    private static Found found(Map<Integer, Integer> changed, Outcome outcome) {
        var classes = new TreeMap<Integer, BitSet>();
        changed.forEach((level, to) -> classes.put(level, bit(to)));
        return new Found(classes, outcome);
    }

    private static BitSet bit(int at) {
        var bits = new BitSet();
        bits.set(at);
        return bits;
    }

    private List<Way> ways() {
        var merged = List.copyOf(found);
        for (int level = 0; level < changeable.size(); level++) {
            merged = merged(merged, level);
        }
        return merged.stream().sorted(Comparator.comparing(Found::outcome)).map(this::way).toList();
    }

    /** Ways that differ only in the value of one fact are one way, with several values. */
    private static List<Found> merged(List<Found> ways, int level) {
        var together = new LinkedHashMap<Found, BitSet>();
        var rest = new ArrayList<Found>();
        for (var way : ways) {
            var own = way.classes().get(level);
            if (own == null) {
                rest.add(way);
            } else {
                var others = new TreeMap<>(way.classes());
                others.remove(level);
                together.computeIfAbsent(new Found(others, way.outcome()), w -> new BitSet())
                        .or(own);
            }
        }
        together.forEach((others, classes) -> {
            var whole = new TreeMap<>(others.classes());
            whole.put(level, classes);
            rest.add(new Found(whole, others.outcome()));
        });
        return rest;
    }

    private Way way(Found way) {
        var changed = facts;
        var items = new ArrayList<Item>();
        for (var change : way.classes().entrySet()) {
            var at = changeable.get(change.getKey());
            var input = matcher.input(at);
            boolean open = classes[at] == RuleMatcher.UNKNOWN;
            var item = item(input, change.getValue(), open);
            items.add(item);
            changed = changed.with(item.fact(), item.values().getFirst());
        }
        return new Way(items, directive.decide(changed));
    }

    private static Item item(ValueClasses input, BitSet classes, boolean open) {
        var values = new ArrayList<Value>();
        var spans = new ArrayList<ValueInterval>();
        int before = Integer.MIN_VALUE;
        for (int at = classes.nextSetBit(0); at >= 0; at = classes.nextSetBit(at + 1)) {
            var sample = input.sample(at);
            if (isOrdinal(sample)) {
                var span = input.span(at).orElseGet(() -> ValueInterval.of(sample));
                if (before == at - 1) {
                    spans.add(spans.removeLast().and(span));
                } else {
                    spans.add(span);
                    values.add(sample);
                }
                before = at;
            } else {
                values.add(sample);
            }
        }
        var fact = input.fact();
        boolean anyAnswer = open && classes.cardinality() == input.count();
        return new Item(fact.name(), values, spans, fact.evidence(), anyAnswer);
    }

    private static boolean isOrdinal(Value value) {
        return switch (value) {
            case Value.Quantity _, Value.Day _ -> true;
            case Value.Text _, Value.Truth _, Value.Absent _, Value.Withheld _ -> false;
        };
    }
}
