package exeat.rules;

import exeat.rules.decide.DecisionDiagram;
import exeat.rules.decide.OutcomeDiagram;
import exeat.rules.decide.Resolution.Substance;
import exeat.rules.decide.RuleMatcher;
import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.ValueClasses;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Asks for facts until the other facts can no longer change the finding, in an order that needs few
 * questions. No question is asked whose answer cannot change the finding. "I don't know" is an
 * answer: the finding then stands on what can be settled, and else is referred as unanswered.
 *
 * <p>The order is the best one while at most {@link SearchLimits#facts} facts are open and at most
 * {@link SearchLimits#weighed} states are to weigh, and one step of looking ahead beyond. Where
 * even the cases are more than {@link SearchLimits#cases}, the question that leaves the fewest
 * rules possible is asked; it may then be one too many, and is never one too few.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class Interview {

    /**
     * How much is worked out before a simpler way is taken.
     *
     * @param cases how many functions of the open facts are held
     * @param facts how many facts may be open for the best order to be sought
     * @param weighed how many functions are weighed for it
     */
    public record SearchLimits(int cases, int facts, int weighed) {

        /** The best order for a dozen facts; more of them are not worth anybody's waiting. */
        public static final SearchLimits USUAL = new SearchLimits(50_000, 12, 2_000);
    }

    /** The state of an interview. */
    public sealed interface Step {

        /** What the directive says of the facts so far. */
        Finding finding();
    }

    /** No answer changes the finding any more. */
    public record Settled(Finding finding) implements Step {}

    /**
     * There is a question.
     *
     * @param fact what to ask
     * @param open every fact whose answer can still change the finding, in the vocabulary's order
     * @param expected how many questions are expected from here, this one included, when people
     *     know the answers; empty where the order is not known to be the best
     */
    public record Ask(FactName fact, List<FactName> open, OptionalDouble expected, Finding finding)
            implements Step {
        public Ask {
            open = List.copyOf(open);
        }
    }

    /**
     * How many questions are expected until the finding is settled.
     *
     * @param all how many facts a form asks that asks everything
     * @param inOrder in the vocabulary's order, where what cannot matter is left out
     * @param lookingAhead by one step of looking ahead
     * @param least in the best order; empty where there is too much to weigh
     */
    public record Expected(int all, double inOrder, double lookingAhead, OptionalDouble least) {}

    private final Directive directive;
    private final RuleMatcher matcher;
    private final SearchLimits limits;

    /** Cases repeat, and people go back; this many choices are kept so as not to be made again. */
    private static final int MAX_CACHED = 4096;

    /** What a choice depends on: value classes, and nothing else about a person. */
    private record Moment(EncodedFacts known, Set<FactName> notKnown) {}

    /** What to ask; empty if the finding is settled. */
    private record Choice(Optional<FactName> fact, List<FactName> open, OptionalDouble expected) {

        static final Choice SETTLED =
                new Choice(Optional.empty(), List.of(), OptionalDouble.empty());

        Step step(Finding finding) {
            return fact.<Step>map(name -> new Ask(name, open, expected, finding))
                    .orElseGet(() -> new Settled(finding));
        }
    }

    /** A cache: entries are only added, and losing them costs only time. */
    private final Map<Moment, Choice> kept = new ConcurrentHashMap<>();

    private Interview(Directive directive, SearchLimits limits) {
        this.directive = directive;
        this.matcher = directive.matcher();
        this.limits = limits;
    }

    public static Interview of(Directive directive) {
        return new Interview(directive, SearchLimits.USUAL);
    }

    public static Interview of(Directive directive, SearchLimits limits) {
        return new Interview(directive, limits);
    }

    /**
     * What to ask next.
     *
     * @param known the answers so far, and what is known without asking
     * @param notKnown facts that are not asked: the person said that they do not know
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public Step next(Facts known, Set<FactName> notKnown) {
        var finding = directive.decide(known);
        if (finding.unanswered().isEmpty()) {
            return new Settled(finding);
        }
        var moment = new Moment(matcher.encode(known).withoutFacts(), Set.copyOf(notKnown));
        var choice = kept.get(moment);
        if (choice == null) {
            choice = choose(known, notKnown);
            if (kept.size() < MAX_CACHED) {
                kept.put(moment, choice);
            }
        }
        return choice.step(finding);
    }

    private Choice choose(Facts known, Set<FactName> notKnown) {
        var open = new Open(known, notKnown);
        if (open.asked.isEmpty()) {
            return Choice.SETTLED;
        }
        try {
            return open.choice();
        } catch (DecisionDiagram.Full full) {
            return open.roughly();
        }
    }

    /**
     * How many questions are expected from these facts on.
     *
     * @return empty where there are too many cases
     */
    public Optional<Expected> expected(Facts known) {
        var open = new Open(known, Set.of());
        try {
            int function = open.function();
            var plan = open.plan();
            return Optional.of(
                    new Expected(
                            open.asked.size(),
                            plan.inOrder(function),
                            plan.byLookingAhead(function),
                            plan.least(function)));
        } catch (DecisionDiagram.Full full) {
            return Optional.empty();
        }
    }

    /**
     * How many questions are expected on the average when the application itself shows what it can:
     * each combination of what is not declared counts by its weights.
     *
     * @return empty where there are too many cases
     */
    public Optional<Expected> expectedOfDeclared() {
        var shown =
                IntStream.range(0, matcher.inputs())
                        .filter(input ->
                                matcher.fact(input).source() != FactDefinition.Source.DECLARED)
                        .boxed()
                        .toList();
        long combinations = 1;
        for (int input : shown) {
            combinations = Math.min(combinations * matcher.input(input).count(), limits.weighed());
        }
        return combinations < limits.weighed() ? average(shown, 0, Facts.NONE) : Optional.empty();
    }

    private Optional<Expected> average(List<Integer> shown, int at, Facts facts) {
        if (at == shown.size()) {
            return expected(facts);
        }
        var input = matcher.input(shown.get(at));
        var chances = chances(input);
        var sum = Optional.of(new Expected(0, 0, 0, OptionalDouble.of(0)));
        for (int each = 0; each < chances.size() && sum.isPresent(); each++) {
            var before = sum.get();
            double chance = chances.get(each);
            sum =
                    average(shown, at + 1, facts.with(input.fact().name(), input.sample(each)))
                            .map(one -> plus(before, one, chance));
        }
        return sum;
    }

    private static Expected plus(Expected sum, Expected one, double chance) {
        boolean weighed = sum.least().isPresent() && one.least().isPresent();
        return new Expected(
                one.all(),
                sum.inOrder() + chance * one.inOrder(),
                sum.lookingAhead() + chance * one.lookingAhead(),
                weighed
                        ? OptionalDouble.of(
                                sum.least().getAsDouble() + chance * one.least().getAsDouble())
                        : OptionalDouble.empty());
    }

    /** One moment of an interview. */
    private final class Open {

        private final EncodedFacts known;

        /** The inputs to ask, protected ones last, and after them those that are not known. */
        private final List<Integer> asked = new ArrayList<>();

        private final List<Integer> order;
        private final OutcomeDiagram cases;

        Open(Facts facts, Set<FactName> notKnown) {
            known = matcher.encode(facts);
            var last = new ArrayList<Integer>();
            var never = new ArrayList<Integer>();
            for (int input = 0; input < known.inputs(); input++) {
                var fact = matcher.fact(input);
                if (known.valueClass(input) == RuleMatcher.UNKNOWN) {
                    var part = fact.isProtected() ? last : asked;
                    (notKnown.contains(fact.name()) ? never : part).add(input);
                }
            }
            asked.addAll(last);
            order = new ArrayList<>(asked);
            order.addAll(never);
            cases = new OutcomeDiagram(matcher, directive.answers(), known, order, limits.cases());
        }

        /** The result of the answers; empty while it still depends on unknown facts. */
        int function() throws DecisionDiagram.Full {
            int root = cases.root().orElseThrow(DecisionDiagram.Full::new);
            return cases.diagram().cut(root, asked.size(), Optional.empty());
        }

        QuestionPlan<Optional<Substance>> plan() {
            var levels =
                    IntStream.range(0, asked.size())
                            .mapToObj(level ->
                                    new QuestionPlan.Level(
                                            ofBranches(level),
                                            matcher.fact(asked.get(level)).isProtected()))
                            .toList();
            return new QuestionPlan<>(cases.diagram(), levels, limits);
        }

        /** The total probability of the classes of each branch of a level. */
        private List<Double> ofBranches(int level) {
            var chances = chances(asked.get(level), known);
            var branches = cases.branches(level);
            var sums = new double[Arrays.stream(branches).reduce(0, Math::max) + 1];
            for (int at = 0; at < branches.length; at++) {
                sums[branches[at]] += chances.get(at);
            }
            return Arrays.stream(sums).boxed().toList();
        }

        Choice choice() throws DecisionDiagram.Full {
            int function = function();
            var diagram = cases.diagram();
            if (diagram.isSettled(function)) {
                return Choice.SETTLED;
            }
            var next = plan().next(function);
            var open = diagram.support(function).stream().map(asked::get);
            return new Choice(
                    Optional.of(name(asked.get(next.level()))), names(open), next.questions());
        }

        /**
         * The question that is expected to leave the fewest rules, for when there are too many
         * cases to be exact.
         */
        Choice roughly() {
            var possible = matcher.possible(known);
            var open =
                    asked.stream()
                            .filter(i -> OutcomeDiagram.turnsOn(matcher.masks(i, known), possible))
                            .toList();
            if (open.isEmpty()) {
                return Choice.SETTLED;
            }
            boolean plain = !matcher.fact(open.getFirst()).isProtected();
            int best = open.getFirst();
            double least = Double.POSITIVE_INFINITY;
            for (int input : open) {
                double left = rulesLeft(input, known, possible);
                if (left < least && !(plain && matcher.fact(input).isProtected())) {
                    best = input;
                    least = left;
                }
            }
            return new Choice(
                    Optional.of(name(best)),
                    names(open.stream().mapToInt(Integer::intValue)),
                    OptionalDouble.empty());
        }

        private List<FactName> names(IntStream inputs) {
            return inputs.sorted().mapToObj(Interview.this::name).toList();
        }
    }

    private FactName name(int input) {
        return matcher.fact(input).name();
    }

    private double rulesLeft(int input, EncodedFacts known, BitSet possible) {
        var chances = chances(input, known);
        var masks = matcher.masks(input, known);
        double left = 0;
        for (int at = 0; at < chances.size(); at++) {
            var rules = (BitSet) possible.clone();
            rules.and(masks.get(at));
            left += chances.get(at) * rules.cardinality();
        }
        return left;
    }

    /** The probability of each possible value class of an open input, from the declared weights. */
    private List<Double> chances(int input, EncodedFacts known) {
        var all = chances(matcher.input(input));
        if (!known.isNarrowed(input)) {
            return all;
        }
        var left =
                IntStream.range(0, all.size())
                        .filter(valueClass -> known.isPossible(input, valueClass))
                        .mapToObj(all::get)
                        .toList();
        double whole = left.stream().mapToDouble(Double::doubleValue).sum();
        return left.stream().map(chance -> chance / whole).toList();
    }

    /** The probability of each value class, from the declared weights. */
    private static List<Double> chances(ValueClasses input) {
        var listed = new double[input.count()];
        input.fact()
                .inquiry()
                .weights()
                .forEach((value, weight) -> listed[input.classOf(value)] += weight.doubleValue());
        for (int at = 0; at < listed.length; at++) {
            listed[at] = listed[at] == 0 ? 1 : listed[at];
        }
        double all = Arrays.stream(listed).sum();
        return Arrays.stream(listed).map(weight -> weight / all).boxed().toList();
    }
}
