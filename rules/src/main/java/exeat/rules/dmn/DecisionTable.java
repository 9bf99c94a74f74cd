package exeat.rules.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision table over names: every condition tests one name against constants.
 *
 * @param name the decision's name
 * @param annotations the names of the annotation columns
 */
public record DecisionTable(
        String name,
        int line,
        HitPolicy hitPolicy,
        List<Input> inputs,
        List<Output> outputs,
        List<String> annotations,
        List<Rule> rules) {

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        annotations = List.copyOf(annotations);
        rules = List.copyOf(rules);
    }

    /** A rule's text in an annotation column; empty if there is no such column or no text. */
    public Optional<String> annotation(Rule rule, String column) {
        int at = annotations.indexOf(column);
        return at < 0 || at >= rule.annotations().size()
                ? Optional.empty()
                : Optional.of(rule.annotations().get(at)).filter(text -> !text.isEmpty());
    }

    /**
     * The positions of the rules with each id. Rules with the same id come from one written rule.
     */
    public List<List<Integer>> pieces() {
        Map<String, List<Integer>> byId = new LinkedHashMap<>();
        for (int at = 0; at < rules.size(); at++) {
            byId.computeIfAbsent(rules.get(at).id(), first -> new ArrayList<>()).add(at);
        }
        return List.copyOf(byId.values());
    }

    /**
     * An input column.
     *
     * @param expression the name that is tested
     * @param allowed the declared input values; any value if none are declared
     */
    public record Input(int line, String expression, Optional<FeelType> type, UnaryTest allowed) {}

    /**
     * An output column.
     *
     * @param order the declared output values, best first, for hit policies that rank
     */
    public record Output(int line, String name, Optional<FeelType> type, List<Literal> order) {
        public Output {
            order = List.copyOf(order);
        }
    }

    /** A cell: its text as written, and the parsed test. */
    public record Cell<T>(String written, T meaning) {}

    /**
     * A rule; conditions, outputs and annotations are in column order. Rules with the same id are
     * consecutive and come from one written rule: no two of them match together.
     */
    public record Rule(
            int line,
            String id,
            List<Cell<UnaryTest>> conditions,
            List<Cell<Literal>> outputs,
            List<String> annotations) {
        public Rule {
            conditions = List.copyOf(conditions);
            outputs = List.copyOf(outputs);
            annotations = List.copyOf(annotations);
        }
    }
}
