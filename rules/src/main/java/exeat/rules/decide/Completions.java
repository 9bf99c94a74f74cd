package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding.ReferReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides over unknown facts: the answer is certain if every way to complete them gives it;
 * otherwise the open facts are exactly those that can still change it.
 *
 * <p>With more than {@link #MAX_CASES} cases, or too many steps, nothing counts as certain, and
 * every fact read by a rule that can still match counts as open. Then more facts than necessary may
 * be asked for and a settled case may be referred, but nobody gets an answer that another fact
 * could change.
 */
public final class Completions {

    /** How many sets of possible rules are looked at, each once for a fact. */
    public static final int MAX_CASES = 50_000;

    private final RuleMatcher matcher;
    private final ConflictResolver answers;
    private final EncodedFacts known;
    private final List<Integer> unknown = new ArrayList<>();

    /** The inputs that have been shown to change the answer. */
    private final BitSet shown;

    /** Every way; empty where each open input is shown to matter. */
    private final Optional<OutcomeDiagram> cases;

    /**
     * Every way to complete value classes.
     *
     * @param classes the value class of every input, at least one of them unknown
     */
    public Completions(RuleMatcher matcher, ConflictResolver answers, int[] classes) {
        this(matcher, answers, classes, MAX_CASES);
    }

    public Completions(RuleMatcher matcher, ConflictResolver answers, int[] classes, int most) {
        this(
                matcher,
                answers,
                new EncodedFacts(Facts.NONE, classes, Map.of()),
                most,
                Optional.empty());
    }

    /**
     * @param whole decides the people in whom it is looked for what matters, before every way is
     *     walked; gives the same, most often sooner
     */
    Completions(
            RuleMatcher matcher,
            ConflictResolver answers,
            EncodedFacts known,
            int most,
            Optional<WholeCases> whole) {
        this.matcher = matcher;
        this.answers = answers;
        this.known = known;
        for (int input = 0; input < known.inputs(); input++) {
            if (known.valueClass(input) == RuleMatcher.UNKNOWN) {
                unknown.add(input);
            }
        }
        this.shown =
                whole.map(cases -> new Witnesses(matcher, cases, known, unknown).found())
                        .orElseGet(BitSet::new);
        this.cases =
                !shown.isEmpty() && shown.cardinality() == unknown.size()
                        ? Optional.empty()
                        : Optional.of(new OutcomeDiagram(matcher, answers, known, unknown, most));
    }

    /** The answer whose substance every completion gives, if there is one. */
    public Optional<Resolution> certain() {
        if (cases.isEmpty() || !shown.isEmpty()) {
            return Optional.empty();
        }
        var diagram = cases.get().diagram();
        var root = cases.get().root();
        if (root.isEmpty() || !diagram.isSettled(root.getAsInt())) {
            return Optional.empty();
        }
        return diagram.result(root.getAsInt()).map(cases.get()::answers).map(this::merged);
    }

    private Resolution merged(Set<Resolution> all) {
        var first = all.iterator().next();
        if (all.size() == 1) {
            return first;
        }
        var substance = first.substance();
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

    /** The inputs that can still change the answer; see above for too many cases. */
    public Set<Integer> open() {
        var open = new TreeSet<Integer>();
        shown.stream().forEach(open::add);
        if (cases.isEmpty()) {
            return open;
        }
        var root = cases.get().root();
        if (root.isPresent()) {
            cases.get().diagram().support(root.getAsInt()).stream()
                    .map(unknown::get)
                    .forEach(open::add);
        } else {
            var possible = matcher.possible(known);
            unknown.stream()
                    .filter(input -> OutcomeDiagram.turnsOn(matcher.masks(input, known), possible))
                    .forEach(open::add);
        }
        return open;
    }

    /**
     * The case with the first value of each unknown fact, in the vocabulary's order: what a
     * referred case goes by until the facts are there.
     */
    public EncodedFacts first() {
        var first = known.classes();
        unknown.forEach(input -> first[input] = matcher.firstClass(input, known));
        return new EncodedFacts(Facts.NONE, first, Map.of());
    }
}
