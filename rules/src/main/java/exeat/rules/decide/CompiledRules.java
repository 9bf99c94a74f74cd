package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a directive, compiled: what they say of a case, whatever is known of it. */
public final class CompiledRules {

    /** At most this many cases with open inputs are numbered, so that their answers can be kept. */
    private static final int MAX_OPEN_CASES = 1 << 18;

    /** Answers are kept in parts of this size, each made when its first answer is. */
    private static final int PART = 1 << 10;

    /**
     * What the tables say about a case with open inputs.
     *
     * @param certain the answer, if every completion gives the same substance
     * @param open the facts that can still change the answer, protected ones last; empty if it is
     *     certain
     * @param provisional the answer for the first value of each open fact, in the vocabulary's
     *     order
     */
    public record Partly(
            Optional<Resolution> certain, List<FactName> open, Resolution provisional) {
        public Partly {
            open = List.copyOf(open);
        }
    }

    private final RuleMatcher matcher;
    private final ConflictResolver answers;
    private final WholeCases whole;

    /** The numbers of cases with open inputs; empty where there are too many. */
    private final Optional<CaseNumbers> openCases;

    /**
     * The answers by number of the case. Owned by this object; entries are only added, and never
     * change, so threads may see them at any time.
     */
    private final @Nullable Partly[] @Nullable [] known;

    public CompiledRules(RuleMatcher matcher, ConflictResolver answers) {
        this.matcher = matcher;
        this.answers = answers;
        this.whole = new WholeCases(matcher, answers);
        var all = new long[ColumnBitmaps.pagesFor(matcher.bits())];
        java.util.Arrays.fill(all, -1L);
        this.openCases = CaseNumbers.of(matcher.columns(), all, true, MAX_OPEN_CASES);
        int parts = openCases.map(cases -> cases.count() / PART + 1).orElse(0);
        this.known = new @Nullable Partly[parts] @Nullable [];
    }

    /**
     * What the tables say.
     *
     * @param facts every input has a class
     */
    public Resolution whole(EncodedFacts facts) {
        return whole.of(facts);
    }

    /**
     * What the tables say about facts if some are not known.
     *
     * @param facts at least one input is open
     */
    public Partly partly(EncodedFacts facts) {
        if (openCases.isEmpty() || facts.isNarrowed()) {
            return complete(facts);
        }
        int number = openCases.get().of(facts);
        var part = known[number / PART];
        if (part == null) {
            part = new @Nullable Partly[PART];
            known[number / PART] = part;
        }
        var before = part[number % PART];
        if (before == null) {
            before = complete(facts);
            part[number % PART] = before;
        }
        return before;
    }

    private Partly complete(EncodedFacts facts) {
        var completions =
                new Completions(matcher, answers, facts, Completions.MAX_CASES, Optional.of(whole));
        var certain = completions.certain();
        var open =
                certain.isPresent()
                        ? List.<FactName>of()
                        : completions.open().stream()
                                .map(matcher::fact)
                                .sorted(Comparator.comparing(FactDefinition::isProtected))
                                .map(FactDefinition::name)
                                .toList();
        return new Partly(certain, open, whole.of(completions.first()));
    }
}
