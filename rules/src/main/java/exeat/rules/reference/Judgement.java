package exeat.rules.reference;

import exeat.rules.canonical.FormLink;
import exeat.rules.canonical.FormTest;
import exeat.rules.canonical.FormValue;
import java.util.Map;

/** Whether one value passes one test: yes, no, or undecided, which does not pass. */
final class Judgement {

    private enum Truth {
        YES,
        NO,
        UNDECIDED
    }

    private Judgement() {}

    static boolean passes(FormTest test, FormValue value) {
        return judge(test, value) == Truth.YES;
    }

    static boolean passAll(Map<String, FormTest> tests, Map<String, FormValue> facts) {
        return tests.entrySet().stream()
                .allMatch(test -> passes(test.getValue(), value(facts, test.getKey())));
    }

    /** Whether somebody keeps a link; an order where one has no number or day is kept. */
    static boolean keeps(FormLink link, Map<String, FormValue> facts) {
        return switch (link) {
            case FormLink.Implication implication ->
                    !passAll(implication.when(), facts) || passAll(implication.then(), facts);
            case FormLink.Ordered ordered -> {
                var left = value(facts, ordered.left());
                var right = value(facts, ordered.right());
                yield !hasOrder(left)
                        || !hasOrder(right)
                        || ordered.order().holds(compare(left, right));
            }
        };
    }

    private static FormValue value(Map<String, FormValue> facts, String name) {
        return facts.getOrDefault(name, FormValue.ABSENT);
    }

    private static Truth judge(FormTest test, FormValue value) {
        return switch (test) {
            case FormTest.Anything anything -> Truth.YES;
            case FormTest.Is is -> truth(is.value().equals(value));
            case FormTest.Compared compared ->
                    hasOrder(value)
                            ? truth(compared.order().holds(compare(value, compared.with())))
                            : Truth.UNDECIDED;
            case FormTest.Between between ->
                    hasOrder(value) ? truth(within(between, value)) : Truth.UNDECIDED;
            case FormTest.AnyOf anyOf -> {
                var all = anyOf.tests().stream().map(one -> judge(one, value)).toList();
                yield all.contains(Truth.YES)
                        ? Truth.YES
                        : all.contains(Truth.UNDECIDED) ? Truth.UNDECIDED : Truth.NO;
            }
            case FormTest.Not not ->
                    switch (judge(not.test(), value)) {
                        case YES -> Truth.NO;
                        case NO -> Truth.YES;
                        case UNDECIDED -> Truth.UNDECIDED;
                    };
        };
    }

    private static boolean within(FormTest.Between between, FormValue value) {
        int low = compare(value, between.low());
        int high = compare(value, between.high());
        return (low > 0 || (low == 0 && between.withLow()))
                && (high < 0 || (high == 0 && between.withHigh()));
    }

    private static Truth truth(boolean holds) {
        return holds ? Truth.YES : Truth.NO;
    }

    private static boolean hasOrder(FormValue value) {
        return value instanceof FormValue.Numeral || value instanceof FormValue.Day;
    }

    /** The sign of the order of two numbers, or of two days. */
    static int compare(FormValue left, FormValue right) {
        if (left instanceof FormValue.Numeral one && right instanceof FormValue.Numeral other) {
            return one.number().compareTo(other.number());
        }
        if (left instanceof FormValue.Day one && right instanceof FormValue.Day other) {
            return one.date().compareTo(other.date());
        }
        throw new IllegalArgumentException("no order between " + left + " and " + right);
    }
}
