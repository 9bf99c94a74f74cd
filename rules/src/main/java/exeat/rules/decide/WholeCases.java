package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides cases of which all facts are known. Cases that the small tables can tell apart are
 * numbered, a large table of which one rule counts is searched for it, and number and rule together
 * say what comes of it, which is worked out once. Where tables are otherwise, the set of the rules
 * that match says it.
 */
final class WholeCases {

    /** So many answers at most are kept by number. */
    private static final int MAX_ANSWERS = 1 << 20;

    /** So many cases are numbered at most. */
    private static final int MAX_CASES = 1 << 16;

    private final RuleMatcher matcher;
    private final ConflictResolver answers;
    private final CaseNumbers cases;

    /** The table that is searched; empty where there is none or several. */
    private final Optional<FirstRule> first;

    private final boolean isNumbered;

    /**
     * By rule that was found, and number, the answer. Owned by this object; only ever added to. An
     * answer never changes after it was made, so threads may see it at any time.
     */
    private final @Nullable Resolution[] @Nullable [] known;

    WholeCases(RuleMatcher matcher, ConflictResolver answers) {
        this.matcher = matcher;
        this.answers = answers;
        var small = new long[ColumnBitmaps.pagesFor(matcher.bits())];
        set(small, answers.firstPurposeBit(), matcher.bits());
        var large = new ArrayList<Table<?>>();
        var numbers = number(small, Integer.MAX_VALUE);
        for (var table : bySize(answers.tables())) {
            var with = small.clone();
            set(with, table.offset(), table.offset() + table.rows().size());
            var more = number(with, MAX_CASES);
            if (more.isPresent()) {
                small = with;
                numbers = more;
            } else {
                large.add(table);
            }
        }
        this.cases = numbers.orElseThrow();
        boolean isOne = large.size() == 1 && large.getFirst().isFirst();
        this.first =
                isOne
                        ? Optional.of(
                                new FirstRule(
                                        matcher.columns(),
                                        large.getFirst().offset(),
                                        large.getFirst().rows().size()))
                        : Optional.empty();
        int rules = isOne ? large.getFirst().rows().size() + 1 : 1;
        this.isNumbered = (large.isEmpty() || isOne) && (long) rules * cases.count() <= MAX_ANSWERS;
        this.known = new @Nullable Resolution[isNumbered ? rules : 0] @Nullable [];
    }

    private Optional<CaseNumbers> number(long[] rules, int most) {
        return CaseNumbers.of(matcher.columns(), rules, false, most);
    }

    private static void set(long[] words, int from, int to) {
        for (int bit = from; bit < to; bit++) {
            words[bit >>> 6] |= 1L << bit;
        }
    }

    private static List<Table<?>> bySize(Tables tables) {
        return tables.all().stream()
                .sorted(Comparator.comparingInt(table -> table.rows().size()))
                .toList();
    }

    /**
     * What the tables say.
     *
     * @param facts every input has a class
     */
    Resolution of(EncodedFacts facts) {
        if (!isNumbered) {
            return answers.of(matcher.possible(facts));
        }
        int rule = first.isPresent() ? first.get().of(facts) : 0;
        int number = cases.of(facts);
        var ofRule = known[rule];
        var answer = ofRule == null ? null : ofRule[number];
        return answer == null ? first(facts, rule, number) : answer;
    }

    private Resolution first(EncodedFacts facts, int rule, int number) {
        var answer = answers.of(matcher.possible(facts));
        var ofRule = known[rule];
        if (ofRule == null) {
            ofRule = new @Nullable Resolution[cases.count()];
            known[rule] = ofRule;
        }
        ofRule[number] = answer;
        return answer;
    }
}
