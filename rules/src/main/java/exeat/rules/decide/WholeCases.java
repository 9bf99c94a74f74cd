package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides cases with all facts known. Cases that the small tables tell apart get different numbers.
 * A large table in which one rule counts is searched for that rule. Number and rule together are
 * the key of the answer, which is worked out once. With other tables, the set of matching rules is
 * the key.
 */
final class WholeCases {

    /** At most this many answers are kept by number. */
    private static final int MAX_ANSWERS = 1 << 20;

    /** At most this many cases are numbered. */
    private static final int MAX_CASES = 1 << 16;

    private final RuleMatcher matcher;
    private final ConflictResolver answers;
    private final CaseNumbers cases;

    /** The table that is searched; empty where there is none or several. */
    private final Optional<FirstRule> first;

    private final boolean isNumbered;

    /**
     * The answers, by the rule that was found and the number. Owned by this object; entries are
     * only added, and never change, so threads may see them at any time.
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
