package exeat.rules;

import exeat.rules.Answer.Substance;
import exeat.rules.Finding.ReferReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tables say over facts that nobody has stated: every way to complete them, as a reduced
 * and ordered decision diagram (R. E. Bryant, Graph-Based Algorithms for Boolean Function
 * Manipulation, 1986, with more than two branches).
 *
 * <p>Reduced means that a fact is in the diagram exactly when some completion of the others makes
 * it count. So the answer is certain when no fact is left, and else the facts left are those to ask
 * for, no more. Completions that leave the same rules possible are walked once.
 */
final class Completions {

    private sealed interface Node {}

    /** One substance, with every answer that has it. */
    private record Leaf(Set<Answer> answers) implements Node {}

    private record Split(int input, List<Integer> children) implements Node {}

    private record State(int level, BitSet possible) {}

    private final Matcher matcher;
    private final Answers answers;
    private final List<Integer> unknown = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Substance, Integer> leaves = new HashMap<>();
    private final Map<Split, Integer> splits = new HashMap<>();
    private final Map<State, Integer> walked = new HashMap<>();
    private final int root;

    /**
     * @param classes the value class of every input, at least one of them unknown
     */
    Completions(Matcher matcher, Answers answers, int[] classes) {
        this.matcher = matcher;
        this.answers = answers;
        for (int input = 0; input < classes.length; input++) {
            if (classes[input] == Matcher.UNKNOWN) {
                unknown.add(input);
            }
        }
        this.root = walk(0, matcher.possible(classes));
    }

    private int walk(int level, BitSet possible) {
        if (level == unknown.size()) {
            return leaf(answers.of(possible));
        }
        var state = new State(level, possible);
        var before = walked.get(state);
        if (before != null) {
            return before;
        }
        int input = unknown.get(level);
        var children = new ArrayList<Integer>();
        for (var mask : matcher.possible(input)) {
            var left = (BitSet) possible.clone();
            left.and(mask);
            children.add(walk(level + 1, left));
        }
        int first = children.getFirst();
        boolean decides = children.stream().anyMatch(child -> child != first);
        int node = decides ? split(new Split(input, children)) : first;
        walked.put(state, node);
        return node;
    }

    private int leaf(Answer answer) {
        int node =
                leaves.computeIfAbsent(
                        answer.substance(), substance -> add(new Leaf(new LinkedHashSet<>())));
        if (nodes.get(node) instanceof Leaf leaf) {
            leaf.answers().add(answer);
        }
        return node;
    }

    private int split(Split split) {
        return splits.computeIfAbsent(split, this::add);
    }

    private int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    /** The answer whose substance every completion gives, if there is one. */
    Optional<Answer> certain() {
        if (!(nodes.get(root) instanceof Leaf leaf)) {
            return Optional.empty();
        }
        var first = leaf.answers().iterator().next();
        var substance = first.substance();
        if (leaf.answers().stream().anyMatch(answer -> !answer.why().equals(first.why()))) {
            return Optional.of(
                    new Answer(substance, Optional.of(ReferReason.UNCOVERED), List.of()));
        }
        // Nobody knows which of several rules carries a route that is certain, so all are cited;
        // what does not carry the outcome is cited only where it matches in any case.
        var rows =
                leaf.answers().stream()
                        .flatMap(answer -> answer.rows().stream())
                        .distinct()
                        .filter(row ->
                                row.outcome() == substance.outcome()
                                        || leaf.answers().stream()
                                                .allMatch(a -> a.rows().contains(row)))
                        .sorted(Comparator.comparing(RouteRow::outcome))
                        .toList();
        return Optional.of(new Answer(substance, first.why(), rows));
    }

    /** The inputs that can still change the answer, lowest first. */
    Set<Integer> open() {
        var open = new TreeSet<Integer>();
        var seen = new BitSet();
        var waiting = new ArrayList<>(List.of(root));
        while (!waiting.isEmpty()) {
            int at = waiting.removeLast();
            if (!seen.get(at) && nodes.get(at) instanceof Split split) {
                open.add(split.input());
                waiting.addAll(split.children());
            }
            seen.set(at);
        }
        return open;
    }

    /**
     * The answer for the first value of each open fact, in the vocabulary's order: what a referred
     * case goes by until the facts are there.
     */
    Answer provisional() {
        int at = root;
        while (nodes.get(at) instanceof Split split) {
            at = split.children().getFirst();
        }
        return switch (nodes.get(at)) {
            case Leaf leaf -> leaf.answers().iterator().next();
            case Split split -> throw new IllegalStateException("a split is no leaf: " + split);
        };
    }
}
