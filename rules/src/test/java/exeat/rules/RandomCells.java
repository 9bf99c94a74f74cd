package exeat.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tests from which cells of random packs are drawn, by column. */
final class RandomCells {

    /** Inputs of tables other than facts: monotone functions of facts, and decisions. */
    static final Map<String, List<String>> COMPOSED =
            new TreeMap<>(
                    Map.of(
                            "amount * 2 - 1", List.of("< 1", "> 0", "[0..2]", "1"),
                            "floor(amount)", List.of("0", ">= 1", "not(1)", "(0..2]"),
                            "band", List.of("\"low\"", "not(\"high\")", "null", "\"low\",\"mid\""),
                            "rank", List.of("1", "> 1", "[0..1]", "not(2)"),
                            "years and months duration(day, date(\"2018-01-01\")).years",
                                    List.of(">= 18", "< 18")));

    private static final List<String> DAYS =
            List.of(
                    "< date(\"2000-01-01\")",
                    ">= date(\"2000-01-01\")",
                    "[date(\"2000-01-01\")..date(\"2001-01-01\"))",
                    "date(\"2000-06-01\")");

    private RandomCells() {}

    /** The tests of a fact or a composed input. */
    static List<String> of(String fact) {
        return switch (fact) {
            case "purpose" -> List.of("\"settle\"", "\"trip\"", "\"settle\",\"trip\"");
            case "tie" ->
                    List.of("\"p\"", "\"p\"", "\"q\"", "\"withheld\"", "not(\"p\")", "\"p\",\"q\"");
            case "flag" -> List.of("true", "false", "null", "not(true)");
            case "extra" -> List.of("true", "false");
            case "day" -> DAYS;
            case String column when COMPOSED.containsKey(column) -> COMPOSED.get(column);
            default -> List.of("< 1", ">= 1", "[0..2]", "(0..1)", "2", "not(1)", "> 0", "<= 2");
        };
    }
}
