package exeat.rules.dmn.engine;

import java.util.List;
import java.util.Random;

/**
 * Random expressions of a kind, over variables n, m, s, t, b, d and l; the seed is the caller's.
 */
final class RandomFeel {

    private static final List<String> NUMBERS =
            List.of(
                    "0", "1", "2", "3", "10", "-1", "0.5", "1.10", "2.5", "-2.5", "100", "1e3", "n",
                    "m");
    private static final List<String> TEXTS =
            List.of("\"\"", "\"a\"", "\"ab\"", "\"B\"", "\"a b\"", "\"\\u00e9\"", "s", "t");
    private static final List<String> DATES =
            List.of("@\"2020-02-29\"", "date(\"2021-01-31\")", "date(1963, 8, 8)", "d");

    private final Random random;

    RandomFeel(Random random) {
        this.random = random;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    String any(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> number(depth);
            case 1 -> text(depth);
            case 2 -> date(depth);
            default -> truth(depth);
        };
    }

    String number(int depth) {
        if (depth == 0) {
            return random.nextInt(12) == 0 ? "null" : one(NUMBERS);
        }
        int d = depth - 1;
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> "(" + number(d) + one(" + ", " - ", " * ", " / ") + number(d) + ")";
            case 3 -> "-" + one("1", "2.5", "n", "(" + number(d) + ")");
            case 4 -> one("abs", "floor", "ceiling") + "(" + number(d) + ")";
            case 5 -> "if " + truth(d) + " then " + number(d) + " else " + number(d);
            case 6 -> one("sum", "min", "max", "mean") + "([" + number(d) + ", " + number(d) + "])";
            case 7 -> "modulo(" + number(d) + ", " + one("2", "3", "-3", "2.5") + ")";
            case 8 -> "decimal(" + number(d) + ", " + one("0", "1", "2") + ")";
            case 9 -> "string length(" + text(d) + ")";
            case 10 -> "count(l[item " + comparison() + " " + number(d) + "])";
            case 11 -> "[" + number(d) + ", " + number(d) + "][" + one("1", "2", "-1", "3") + "]";
            case 12 -> "(" + date(d) + ")." + one("year", "month", "day", "weekday");
            case 13 -> "(" + number(d) + ") ** " + one("0", "1", "2", "3");
            case 14 -> "sum(for x in l return x * " + number(d) + ")";
            default -> "{a: " + number(d) + ", b: a}.b";
        };
    }

    String text(int depth) {
        if (depth == 0) {
            return random.nextInt(12) == 0 ? "null" : one(TEXTS);
        }
        int d = depth - 1;
        return switch (random.nextInt(6)) {
            case 0, 1 -> "(" + text(d) + " + " + text(d) + ")";
            case 2 -> one("upper case", "lower case") + "(" + text(d) + ")";
            case 3 ->
                    one("substring before", "substring after")
                            + "("
                            + text(d)
                            + ", "
                            + text(d)
                            + ")";
            case 4 -> "if " + truth(d) + " then " + text(d) + " else " + text(d);
            default -> "string join([" + text(d) + ", " + text(d) + "], \"-\")";
        };
    }

    String date(int depth) {
        if (depth == 0) {
            return one(DATES);
        }
        int d = depth - 1;
        return switch (random.nextInt(3)) {
            case 0 ->
                    "("
                            + date(d)
                            + one(" + ", " - ")
                            + one("@\"P1D\"", "@\"P1Y\"", "@\"PT36H\"", "@\"P1M\"")
                            + ")";
            case 1 -> "if " + truth(d) + " then " + date(d) + " else " + date(d);
            default -> one(DATES);
        };
    }

    private String comparison() {
        return one("<", "<=", ">", ">=", "=", "!=");
    }

    String truth(int depth) {
        if (depth == 0) {
            return one("true", "false", "b", "null");
        }
        int d = depth - 1;
        return switch (random.nextInt(12)) {
            case 0, 1 -> "(" + truth(d) + one(" and ", " or ") + truth(d) + ")";
            case 2 -> "not(" + truth(d) + ")";
            case 3, 4 -> "(" + number(d) + ") " + comparison() + " (" + number(d) + ")";
            case 5 -> "(" + text(d) + ") " + comparison() + " (" + text(d) + ")";
            case 6 -> "(" + date(d) + ") " + comparison() + " (" + date(d) + ")";
            case 7 ->
                    "("
                            + number(d)
                            + ") in "
                            + one("[1..3]", "(0..2.5)", "]0..1]", "[1..100[", "(1, 2, > 5)");
            case 8 -> "(" + number(d) + ") between " + one("0", "1", "n") + " and " + one("2", "m");
            case 9 ->
                    one("some", "every") + " x in l satisfies x " + comparison() + " " + number(d);
            case 10 ->
                    one("contains", "starts with", "ends with")
                            + "("
                            + text(d)
                            + ", "
                            + text(d)
                            + ")";
            default -> "list contains(l, " + number(d) + ")";
        };
    }
}
