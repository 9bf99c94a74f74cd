package exeat.rules;

import exeat.rules.Answer.Substance;
import exeat.rules.Changes.Item;
import exeat.rules.Changes.Way;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The search for {@link Changes}: all sets of one fact, then of two, until one leads to approval.
 */
final class ChangeSearch {

    /** How often a fact is tried with another value. */
    private static final int MOST_TRIES = 200_000;

    /** Changed levels, each with the classes that would do, and the outcome. */
    private record Found(SortedMap<Integer, BitSet> classes, Outcome outcome) {}

    private final Directive directive;
    private final Matcher matcher;
    private final Facts facts;
    private final int[] classes;
    private final List<Integer> changeable = new ArrayList<>();
    private final Cases cases;
    private final List<Found> found = new ArrayList<>();
    private int tries;

    ChangeSearch(Directive directive, Facts facts) {
        this.directive = directive;
        this.matcher = directive.matcher();
        this.facts = facts;
        this.classes = matcher.classes(facts);
        var fixed = classes.clone();
        var open = new ArrayList<Integer>();
        for (int input = 0; input < classes.length; input++) {
            if (matcher.fact(input).isChangeable()) {
                changeable.add(input);
                fixed[input] = Matcher.UNKNOWN;
            } else if (classes[input] == Matcher.UNKNOWN) {
                open.add(input);
            }
        }
        var order = new ArrayList<>(changeable);
        order.addAll(open);
        this.cases = new Cases(matcher, directive.answers(), fixed, order, Completions.MOST_CASES);
    }

    Changes changes() {
        if (directive.decide(facts).outcome().approves()) {
            return new Changes(List.of(), true);
        }
        try {
            int function = cases.root().orElseThrow(Diagram.Full::new);
            int most = cases.diagram().support(function).cardinality();
            for (int size = 1; size <= most && found.isEmpty(); size++) {
                search(function, 0, size, new TreeMap<>());
            }
            return new Changes(ways(), true);
        } catch (Diagram.Full full) {
            return new Changes(ways(), false);
        }
    }

    private void search(int function, int level, int left, Map<Integer, Integer> changed)
            throws Diagram.Full {
        var diagram = cases.diagram();
        if (diagram.isSettled(function)) {
            // With a change to spare this was found before, with fewer.
            if (left == 0) {
                diagram.result(function)
                        .map(Substance::outcome)
                        .filter(Outcome::approves)
                        .ifPresent(outcome -> found.add(found(changed, outcome)));
            }
            return;
        }
        int next = diagram.support(function).nextSetBit(level);
        if (next < 0 || next >= changeable.size()) {
            return;
        }
        int now = classes[changeable.get(next)];
        int kept = now == Matcher.UNKNOWN ? function : diagram.restrict(function, next, now);
        search(kept, next + 1, left, changed);
        for (int to = 0; left > 0 && to < matcher.input(changeable.get(next)).count(); to++) {
            if (to != now) {
                if (tries++ == MOST_TRIES) {
                    throw new Diagram.Full();
                }
                changed.put(next, to);
                search(diagram.restrict(function, next, to), next + 1, left - 1, changed);
                changed.remove(next);
            }
        }
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
        var merged = found;
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
            var input = matcher.input(changeable.get(change.getKey()));
            var item = item(input, change.getValue());
            items.add(item);
            changed = changed.with(item.fact(), item.values().getFirst());
        }
        return new Way(items, directive.decide(changed));
    }

    private static Item item(ValueClasses input, BitSet classes) {
        var values = new ArrayList<Value>();
        var spans = new ArrayList<Span>();
        int before = Integer.MIN_VALUE;
        for (int at = classes.nextSetBit(0); at >= 0; at = classes.nextSetBit(at + 1)) {
            var sample = input.sample(at);
            if (isOrdinal(sample)) {
                var span = input.span(at).orElseGet(() -> Span.of(sample));
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
        return new Item(fact.name(), values, spans, fact.evidence());
    }

    private static boolean isOrdinal(Value value) {
        return switch (value) {
            case Value.Quantity _, Value.Day _ -> true;
            case Value.Text _, Value.Truth _, Value.Absent _, Value.Withheld _ -> false;
        };
    }
}
