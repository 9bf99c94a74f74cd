package exeat.rules.decide;

import exeat.rules.decide.Resolution.Substance;
import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.Facts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The decision diagram of all completions of some facts. Completions that leave the same rules
 * possible share a node, and a fact that none of these rules depends on is skipped.
 */
public final class OutcomeDiagram {

    /**
     * So many steps are taken on the average for each state that may be walked: a fact with
     * thousands of classes would else take minutes long before there are too many states.
     */
    private static final int MAX_STEPS = 40;

    private record State(int level, BitSet possible) {}

    private final ConflictResolver answers;
    private final List<Integer> order;

    /** By level, and class that is possible, the rules that it leaves possible. */
    private final List<List<BitSet>> masks;

    private final int most;
    private final DecisionDiagram<Optional<Substance>> diagram;
    private final Map<Substance, Set<Resolution>> answersOf = new HashMap<>();
    private final Map<State, Integer> walked = new HashMap<>();
    private final OptionalInt root;
    private long steps;

    /**
     * @param known what is known: open inputs are filled in with the classes that are possible
     * @param order the open inputs, by level
     * @param most how many states may be walked, and how many functions the diagram may hold
     */
    public OutcomeDiagram(
            RuleMatcher matcher,
            ConflictResolver answers,
            EncodedFacts known,
            List<Integer> order,
            int most) {
        this.answers = answers;
        this.order = List.copyOf(order);
        this.most = most;
        this.masks = order.stream().map(input -> matcher.masks(input, known)).toList();
        this.diagram = new DecisionDiagram<>(most);
        this.root = begin(matcher.possible(known));
    }

    /**
     * The same, where of open inputs nothing is known.
     *
     * @param classes the value class of every input, {@link RuleMatcher#UNKNOWN} for the open ones
     */
    public OutcomeDiagram(
            RuleMatcher matcher,
            ConflictResolver answers,
            int[] classes,
            List<Integer> order,
            int most) {
        this(matcher, answers, new EncodedFacts(Facts.NONE, classes, Map.of()), order, most);
    }

    private OptionalInt begin(BitSet possible) {
        try {
            return OptionalInt.of(walk(0, possible));
        } catch (DecisionDiagram.Full full) {
            return OptionalInt.empty();
        }
    }

    private int walk(int from, BitSet possible) throws DecisionDiagram.Full {
        int level = from;
        while (level < order.size() && !turnsOn(masks.get(level), possible)) {
            level++;
        }
        if (level == order.size()) {
            var answer = answers.of(possible);
            answersOf
                    .computeIfAbsent(answer.substance(), substance -> new LinkedHashSet<>())
                    .add(answer);
            return diagram.leaf(Optional.of(answer.substance()));
        }
        var state = new State(level, possible);
        var before = walked.get(state);
        if (before != null) {
            return before;
        }
        if (walked.size() == most) {
            throw new DecisionDiagram.Full();
        }
        var children = new ArrayList<Integer>();
        for (var mask : masks.get(level)) {
            if (++steps > (long) MAX_STEPS * most) {
                throw new DecisionDiagram.Full();
            }
            var left = (BitSet) possible.clone();
            left.and(mask);
            children.add(walk(level + 1, left));
        }
        int node = diagram.split(level, children);
        walked.put(state, node);
        return node;
    }

    /**
     * Whether one of these sets leaves out one of these rules.
     *
     * @param masks by value class, the rules that it leaves possible
     */
    public static boolean turnsOn(List<BitSet> masks, BitSet possible) {
        for (var mask : masks) {
            var out = (BitSet) possible.clone();
            out.andNot(mask);
            if (!out.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The function of all cases; empty when there were more than may be walked. */
    public OptionalInt root() {
        return root;
    }

    /** By level, the input. */
    List<Integer> order() {
        return order;
    }

    public DecisionDiagram<Optional<Substance>> diagram() {
        return diagram;
    }

    /** Every answer of some case that has this substance. */
    Set<Resolution> answers(Substance substance) {
        return answersOf.getOrDefault(substance, Set.of());
    }
}
