package exeat.rules.explain;

import exeat.rules.Directive;
import exeat.rules.decide.Completions;
import exeat.rules.decide.DecisionDiagram;
import exeat.rules.decide.OutcomeDiagram;
import exeat.rules.decide.Resolution;
import exeat.rules.decide.Resolution.Substance;
import exeat.rules.decide.RuleMatcher;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A smallest set of facts that settles a finding whatever the other facts are; among equally small
 * sets one with the fewest protected facts, then the first in the vocabulary's order.
 *
 * <p>Computed on demand. Up to {@link #MAX_SETS} sets are tried; beyond that, facts are left out
 * one by one while the rest still settles the finding.
 *
 * @param facts in the vocabulary's order
 * @param isSmallest false where there may be a smaller set
 */
public record SufficientReason(List<FactName> facts, boolean isSmallest) {

    /** How many sets of facts are tried. */
    static final int MAX_SETS = 200_000;

    public SufficientReason {
        facts = List.copyOf(facts);
    }

    /**
     * What settles the finding of these facts.
     *
     * @return empty when they leave it unanswered
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public static Optional<SufficientReason> of(Directive directive, Facts facts) {
        return of(directive, facts, MAX_SETS).or(() -> inPart(directive, facts));
    }

    /**
     * The reason if facts known in part help to settle the finding: what is left after leaving out
     * every fact that the finding does not need, protected ones first. A smaller reason may exist.
     */
    private static Optional<SufficientReason> inPart(Directive directive, Facts facts) {
        var finding = directive.decide(facts);
        if (facts.sets().isEmpty() || !finding.unanswered().isEmpty()) {
            return Optional.empty();
        }
        var read = finding.facts();
        var left = new TreeSet<>(read.values().keySet());
        left.addAll(read.sets().keySet());
        var order =
                left.stream()
                        .sorted(
                                Comparator.comparing(
                                        name -> !directive.vocabulary().isProtected(name)))
                        .toList();
        for (var name : order) {
            left.remove(name);
            if (!isSame(finding, directive.decide(read.only(left)))) {
                left.add(name);
            }
        }
        var names = directive.vocabulary().facts().stream().map(FactDefinition::name);
        return Optional.of(new SufficientReason(names.filter(left::contains).toList(), false));
    }

    private static boolean isSame(Finding one, Finding other) {
        return other.unanswered().isEmpty()
                && one.outcome() == other.outcome()
                && one.purpose().equals(other.purpose())
                && one.burden().equals(other.burden())
                && one.setAsideGrounds().equals(other.setAsideGrounds());
    }

    static Optional<SufficientReason> of(Directive directive, Facts facts, int most) {
        return new Search(directive, facts, most).mattered();
    }

    private static final class Search {

        private final Directive directive;
        private final RuleMatcher matcher;
        private final int[] classes;
        private final int most;
        private final List<Integer> known;
        private int tried;

        Search(Directive directive, Facts facts, int most) {
            this.directive = directive;
            this.matcher = directive.matcher();
            this.classes = matcher.classes(facts);
            this.most = most;
            this.known =
                    IntStream.range(0, classes.length)
                            .filter(input -> classes[input] != RuleMatcher.UNKNOWN)
                            .boxed()
                            .toList();
        }

        Optional<SufficientReason> mattered() {
            return settledBy(known)
                    .map(substance -> {
                        try {
                            return new SufficientReason(names(smallest()), true);
                        } catch (DecisionDiagram.Full full) {
                            return new SufficientReason(names(small(substance)), false);
                        }
                    });
        }

        private List<FactName> names(List<Integer> inputs) {
            return inputs.stream().sorted().map(input -> matcher.fact(input).name()).toList();
        }

        private List<Integer> smallest() throws DecisionDiagram.Full {
            var none = new int[classes.length];
            java.util.Arrays.fill(none, RuleMatcher.UNKNOWN);
            var all = IntStream.range(0, classes.length).boxed().toList();
            var cases =
                    new OutcomeDiagram(
                            matcher, directive.answers(), none, all, Completions.MAX_CASES);
            int function = cases.root().orElseThrow(DecisionDiagram.Full::new);
            for (int size = 0; size <= known.size(); size++) {
                for (int guarded = 0; guarded <= size; guarded++) {
                    var chosen = new ArrayList<Integer>();
                    if (settles(cases, function, chosen, size - guarded, guarded)) {
                        return chosen;
                    }
                }
            }
            throw new IllegalStateException("all facts together settle what they settle");
        }

        /**
         * Whether this many more facts settle the function; if so, they are added to the chosen
         * ones.
         */
        private boolean settles(
                OutcomeDiagram cases, int function, List<Integer> chosen, int plain, int guarded)
                throws DecisionDiagram.Full {
            var diagram = cases.diagram();
            if (diagram.isSettled(function)) {
                return true;
            }
            if (plain + guarded == 0) {
                return false;
            }
            if (tried++ == most) {
                throw new DecisionDiagram.Full();
            }
            int from = chosen.isEmpty() ? 0 : chosen.getLast() + 1;
            var support = diagram.support(function);
            for (int input = support.nextSetBit(from);
                    input >= 0;
                    input = support.nextSetBit(input + 1)) {
                boolean isProtected = matcher.fact(input).isProtected();
                if (classes[input] == RuleMatcher.UNKNOWN || (isProtected ? guarded : plain) == 0) {
                    continue;
                }
                chosen.add(input);
                int branch = cases.branches(input)[classes[input]];
                int left = diagram.restrict(function, input, branch);
                if (settles(
                        cases,
                        left,
                        chosen,
                        isProtected ? plain : plain - 1,
                        isProtected ? guarded - 1 : guarded)) {
                    return true;
                }
                chosen.removeLast();
            }
            return false;
        }

        /** Protected facts are the first to be left out. */
        private List<Integer> small(Substance substance) {
            var kept = new TreeSet<>(known);
            var order = new ArrayList<>(known.reversed());
            order.sort(Comparator.comparing(input -> !matcher.fact(input).isProtected()));
            for (var input : order) {
                var fewer = new TreeSet<>(kept);
                fewer.remove(input);
                if (settledBy(fewer).equals(Optional.of(substance))) {
                    kept.remove(input);
                }
            }
            return List.copyOf(kept);
        }

        private Optional<Substance> settledBy(Collection<Integer> inputs) {
            var some = new int[classes.length];
            for (int input = 0; input < some.length; input++) {
                some[input] = inputs.contains(input) ? classes[input] : RuleMatcher.UNKNOWN;
            }
            return new Completions(matcher, directive.answers(), some)
                    .certain()
                    .map(Resolution::substance);
        }
    }
}
