package exeat.rules.pack;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.source.ProblemCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules of a table are meant to win over others: the annotation {@code exception to} of a
 * rule names them by their ids, with commas between. Without it, a rule that hides another with a
 * better outcome, or any different output of another table, disagrees with it.
 */
public final class RuleExceptions {

    static final String ANNOTATION = "exception to";

    private RuleExceptions() {}

    /** The ids of the rules that this one is an exception to. */
    public static List<String> of(DecisionTable table, DecisionTable.Rule rule) {
        return table.annotation(rule, ANNOTATION).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** Reports every name that is no other rule's. */
    static void check(DecisionTable table, ProblemCollector problems) {
        Set<String> ids =
                table.rules().stream().map(DecisionTable.Rule::id).collect(Collectors.toSet());
        for (var rule : table.rules()) {
            for (var named : of(table, rule)) {
                if (!ids.contains(named) || named.equals(rule.id())) {
                    problems.add(
                            rule.line(),
                            ANNOTATION,
                            table.name() + ", " + rule.id() + ": is no other rule: " + named);
                }
            }
        }
    }
}
