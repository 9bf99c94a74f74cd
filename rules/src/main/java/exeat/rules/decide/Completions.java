package exeat.rules.decide;

import exeat.rules.decide.Resolution.Substance;
import exeat.rules.finding.Finding.ReferReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tables say over facts that nobody has stated: the answer is certain when every way to
 * complete them gives it, and else the facts left are those on which it still turns, no more.
 *
 * <p>Where there are more cases than {@link #MAX_CASES}, nothing is certain, and every fact is left
 * that a rule which can still match reads: more facts than needed may then be asked for, and a case
 * may be referred that was settled, but nobody is given an answer that another fact could change.
 */
public final class Completions {

    /** How many sets of possible rules are looked at, each once for a fact. */
    public static final int MAX_CASES = 50_000;

    private final RuleMatcher matcher;
    private final ConflictResolver answers;
    private final int[] classes;
    private final List<Integer> unknown = new ArrayList<>();
    private final OutcomeDiagram cases;

    /**
     * @param classes the value class of every input, at least one of them unknown
     */
    public Completions(RuleMatcher matcher, ConflictResolver answers, int[] classes) {
        this(matcher, answers, classes, MAX_CASES);
    }

    public Completions(RuleMatcher matcher, ConflictResolver answers, int[] classes, int most) {
        this.matcher = matcher;
        this.answers = answers;
        this.classes = classes.clone();
        for (int input = 0; input < classes.length; input++) {
            if (classes[input] == RuleMatcher.UNKNOWN) {
                unknown.add(input);
            }
        }
        this.cases = new OutcomeDiagram(matcher, answers, classes, unknown, most);
    }

    /** The answer whose substance every completion gives, if there is one. */
    public Optional<Resolution> certain() {
        var root = cases.root();
        if (root.isEmpty() || !cases.diagram().isSettled(root.getAsInt())) {
            return Optional.empty();
        }
        return cases.diagram().result(root.getAsInt()).map(this::certain);
    }

    private Resolution certain(Substance substance) {
        var all = cases.answers(substance);
        var first = all.iterator().next();
        if (all.stream().anyMatch(answer -> !answer.why().equals(first.why()))) {
            return new Resolution(substance, Optional.of(ReferReason.UNCOVERED), List.of());
        }
        // Nobody knows which of several rules carries a route that is certain, so all are cited;
        // what does not carry the outcome is cited only where it matches in any case.
        var rows =
                all.stream()
                        .flatMap(answer -> answer.rows().stream())
                        .distinct()
                        .filter(row ->
                                row.outcome() == substance.outcome()
                                        || all.stream().allMatch(a -> a.rows().contains(row)))
                        .sorted(answers.citingOrder())
                        .toList();
        return new Resolution(substance, first.why(), rows);
    }

    /** The inputs that can still change the answer, lowest first; see above for too many cases. */
    public Set<Integer> open() {
        var open = new TreeSet<Integer>();
        var root = cases.root();
        if (root.isPresent()) {
            cases.diagram().support(root.getAsInt()).stream().map(unknown::get).forEach(open::add);
        } else {
            var possible = matcher.possible(classes);
            unknown.stream()
                    .filter(input -> OutcomeDiagram.turnsOn(matcher, input, possible))
                    .forEach(open::add);
        }
        return open;
    }

    /**
     * The answer for the first value of each unknown fact, in the vocabulary's order: what a
     * referred case goes by until the facts are there.
     */
    public Resolution provisional() {
        var first = classes.clone();
        unknown.forEach(input -> first[input] = 0);
        return answers.of(matcher.possible(first));
    }
}
