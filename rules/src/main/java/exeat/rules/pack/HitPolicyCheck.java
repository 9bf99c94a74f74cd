package exeat.rules.pack;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.fact.ClassMatcher;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.ValueText;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a table's hit policy over every combination of value classes: a rule is a box of classes,
 * and two rules match together exactly if their boxes overlap on every input.
 */
final class HitPolicyCheck {

    /** The table of the paper has few inputs; more combinations than this are a mistake. */
    private static final int MAX_COMBINATIONS = 100_000;

    private final DecisionTable table;
    private final List<ValueClasses> inputs;
    private final ProblemCollector problems;
    private final List<List<BitSet>> boxes = new ArrayList<>();

    HitPolicyCheck(DecisionTable table, List<ValueClasses> allInputs, ProblemCollector problems) {
        this.table = table;
        this.problems = problems;
        this.inputs =
                allInputs.stream()
                        .filter(input ->
                                table.inputs().stream()
                                        .anyMatch(column ->
                                                column.expression()
                                                        .equals(input.fact().name().text())))
                        .toList();
        var matching = inputs.stream().map(ClassMatcher::new).toList();
        table.rules().forEach(rule -> boxes.add(box(rule, matching)));
    }

    /**
     * @param mustAnswerAlways whether every combination of values needs a rule
     */
    void check(boolean mustAnswerAlways) {
        for (var pieces : table.pieces()) {
            if (pieces.stream().allMatch(at -> boxes.get(at).stream().anyMatch(BitSet::isEmpty))) {
                var rule = table.rules().get(pieces.getFirst());
                problems.addFault(rule.line(), table.name(), rule.id() + " can never match");
            }
        }
        if (table.hitPolicy() instanceof HitPolicy.Single policy) {
            switch (policy) {
                case UNIQUE -> checkPairs(false);
                case ANY -> checkPairs(true);
                case FIRST, PRIORITY -> {}
            }
        } else if (mustAnswerAlways) {
            problems.add(table.line(), table.name(), "must give one answer: use UNIQUE or FIRST");
        }
        if (mustAnswerAlways) {
            uncovered()
                    .ifPresent(gap ->
                            problems.addFault(
                                    table.line(), table.name(), "has no rule for " + gap));
        }
    }

    private List<BitSet> box(DecisionTable.Rule rule, List<ClassMatcher> matching) {
        var box = new ArrayList<BitSet>();
        for (int at = 0; at < inputs.size(); at++) {
            box.add(
                    matching.get(at)
                            .of(ModelCompiler.testOf(table, rule, inputs.get(at).fact().name())));
        }
        return box;
    }

    private void checkPairs(boolean mayAgree) {
        for (int right = 1; right < boxes.size(); right++) {
            for (int left = 0; left < right; left++) {
                var first = table.rules().get(left);
                var second = table.rules().get(right);
                boolean agree = mayAgree && meanings(first).equals(meanings(second));
                if (!agree && meet(boxes.get(left), boxes.get(right))) {
                    problems.addFault(
                            second.line(),
                            table.name(),
                            second.id() + " and " + first.id() + " match the same case");
                }
            }
        }
    }

    private static List<Object> meanings(DecisionTable.Rule rule) {
        return rule.outputs().stream().<Object>map(DecisionTable.Cell::meaning).toList();
    }

    private static boolean meet(List<BitSet> left, List<BitSet> right) {
        for (int at = 0; at < left.size(); at++) {
            if (!left.get(at).intersects(right.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** The first combination of values that no rule matches, in words. */
    private Optional<String> uncovered() {
        long combinations = 1;
        for (var input : inputs) {
            combinations = Math.min(combinations * input.count(), MAX_COMBINATIONS + 1L);
        }
        if (combinations > MAX_COMBINATIONS) {
            return Optional.of("too many cases to check");
        }
        Set<Integer> all = new HashSet<>();
        for (int rule = 0; rule < boxes.size(); rule++) {
            all.add(rule);
        }
        return uncovered(0, all, new ArrayList<>());
    }

    private Optional<String> uncovered(int at, Set<Integer> rules, List<String> chosen) {
        if (rules.isEmpty() || at == inputs.size()) {
            return rules.isEmpty() ? Optional.of(String.join(", ", chosen)) : Optional.empty();
        }
        var input = inputs.get(at);
        for (int valueClass = 0; valueClass < input.count(); valueClass++) {
            var left = new HashSet<Integer>();
            for (int rule : rules) {
                if (boxes.get(rule).get(at).get(valueClass)) {
                    left.add(rule);
                }
            }
            chosen.add(input.fact().name() + " = " + ValueText.of(input.sample(valueClass)));
            var gap = uncovered(at + 1, left, chosen);
            if (gap.isPresent()) {
                return gap;
            }
            chosen.removeLast();
        }
        return Optional.empty();
    }
}
