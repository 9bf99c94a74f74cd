package exeat.rules.dmn.engine;

import exeat.rules.dmn.HitPolicy;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.UnaryTests;
import exeat.rules.feel.value.Type;
import java.util.List;
import java.util.Optional;

/**
 * A decision table as the file contains it, with every cell parsed (DMN 1.5, 8).
 *
 * @param annotations the names of the annotation columns
 */
public record BoxedTable(
        int line,
        HitPolicy policy,
        List<Input> inputs,
        List<Output> outputs,
        List<String> annotations,
        List<Rule> rules) {

    public BoxedTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        annotations = List.copyOf(annotations);
        rules = List.copyOf(rules);
    }

    /** A cell: its text as written, and the parsed content. */
    public record Cell<T>(int line, String written, T meaning) {}

    /**
     * An input column.
     *
     * @param allowed the declared input values
     */
    public record Input(
            int line, Cell<Expression> expression, Type type, Optional<Cell<UnaryTests>> allowed) {}

    /**
     * An output column.
     *
     * @param order the declared output values, best first for hit policies that rank
     * @param otherwise the value if no rule matches
     */
    public record Output(
            int line,
            String name,
            Type type,
            Optional<Cell<UnaryTests>> order,
            Optional<Expression> otherwise) {}

    /**
     * A rule; conditions, results and annotations are in column order.
     *
     * @param whole false if a cell could not be read; here it is then an empty cell
     */
    public record Rule(
            int line,
            String id,
            boolean whole,
            List<Cell<UnaryTests>> conditions,
            List<Cell<Expression>> results,
            List<String> annotations) {
        public Rule {
            conditions = List.copyOf(conditions);
            results = List.copyOf(results);
            annotations = List.copyOf(annotations);
        }
    }

    /** A rule's text in an annotation column; empty if there is no such column or no text. */
    public Optional<String> annotation(Rule rule, String column) {
        int at = annotations.indexOf(column);
        return at < 0 || at >= rule.annotations().size()
                ? Optional.empty()
                : Optional.of(rule.annotations().get(at)).filter(text -> !text.isEmpty());
    }
}
