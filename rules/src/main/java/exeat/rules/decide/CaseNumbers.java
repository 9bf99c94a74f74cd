package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers the cases that some rules can tell apart: the classes of an input that leave the same of
 * these rules possible are one digit, and a case's number is made of its digits.
 */
final class CaseNumbers {

    /**
     * What each class of each input adds to the number; the last entry is what an open input adds.
     */
    private final int[][] steps;

    private final int count;

    private CaseNumbers(int[][] steps, int count) {
        this.steps = steps;
        this.count = count;
    }

    /**
     * The numbers of cases.
     *
     * @param rules those that count, as words of 64 bits
     * @param withOpen whether an input can be open, which is a digit of its own
     * @param most how many cases there may be
     * @return empty where there are more
     */
    static Optional<CaseNumbers> of(
            List<ColumnBitmaps> columns, long[] rules, boolean withOpen, int most) {
        var pages = pages(rules);
        var steps = new int[columns.size()][];
        long count = 1;
        for (int input = 0; input < columns.size(); input++) {
            var digits = digits(columns.get(input), rules, pages, most);
            int many = Arrays.stream(digits).reduce(0, Math::max) + 1;
            steps[input] = Arrays.copyOf(digits, digits.length + 1);
            steps[input][digits.length] = many;
            for (int at = 0; at < steps[input].length; at++) {
                steps[input][at] *= (int) count;
            }
            count *= many + (withOpen ? 1 : 0);
            if (count > most) {
                return Optional.empty();
            }
        }
        return Optional.of(new CaseNumbers(steps, (int) count));
    }

    private static int[] pages(long[] rules) {
        var pages = new int[rules.length];
        int many = 0;
        for (int page = 0; page < rules.length; page++) {
            if (rules[page] != 0) {
                pages[many++] = page;
            }
        }
        return Arrays.copyOf(pages, many);
    }

    /**
     * A number for what each class leaves possible, equal if that is equal; stops when there are
     * more than {@code most}.
     */
    private static int[] digits(ColumnBitmaps column, long[] rules, int[] pages, int most) {
        Map<RuleSet, Integer> seen = new HashMap<>();
        var digits = new int[column.classes()];
        for (int at = 0; at < digits.length && seen.size() <= most; at++) {
            var words = new long[pages.length];
            for (int page = 0; page < pages.length; page++) {
                words[page] = column.page(at, pages[page]) & rules[pages[page]];
            }
            digits[at] = seen.computeIfAbsent(new RuleSet(words), unseen -> seen.size());
        }
        return digits;
    }

    /** How many numbers there are, from 0 on. */
    int count() {
        return count;
    }

    /** The number of a case; inputs may be open if this was made for that. */
    int of(EncodedFacts facts) {
        int number = 0;
        for (int input = 0; input < steps.length; input++) {
            var own = steps[input];
            int valueClass = facts.valueClass(input);
            number += own[valueClass == EncodedFacts.OPEN ? own.length - 1 : valueClass];
        }
        return number;
    }
}
