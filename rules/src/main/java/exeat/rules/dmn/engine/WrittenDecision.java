package exeat.rules.dmn.engine;

import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type;
import java.util.List;
import java.util.Map;

/**
 * A decision as written, for showing and checking rules.
 *
 * @param id the element's id, or a generated one if it has none; of an imported model, after its
 *     namespace
 * @param name as written; of an imported model, after the model's name and a point
 * @param variable the name by which other expressions of its file refer to it
 * @param type the declared type of its value
 * @param required the decisions that it requires, in order
 * @param known the names of everything else that it requires: input data, knowledge, services
 * @param file in which it is written, and its name there
 */
public record WrittenDecision(
        String id,
        String name,
        String variable,
        int line,
        Type type,
        List<Required> required,
        List<String> known,
        Logic logic,
        In file) {

    /**
     * A decision that another one requires.
     *
     * @param name by which the other one's expressions refer to it
     * @param given by which the evaluation of the other one's file is given its value
     */
    public record Required(String id, String name, String given) {}

    /** A decision's file, and its name there. */
    public record In(DmnFile file, String name) {
        /** Evaluates this decision; see {@link DmnFile#evaluate}. */
        public DecisionResult evaluate(Map<String, FeelValue> inputs) {
            return file.evaluate(name, inputs);
        }
    }

    public WrittenDecision {
        required = List.copyOf(required);
        known = List.copyOf(known);
    }

    /** A decision's logic. */
    public sealed interface Logic {

        /**
         * A decision table.
         *
         * @param type the declared type of the table's value
         */
        record Table(BoxedTable table, Type type) implements Logic {}

        /** A single expression. */
        record Literal(Cell<Expression> expression, Type type) implements Logic {}

        /**
         * Another boxed expression, or one that calls business knowledge: it can be evaluated but
         * not analysed.
         */
        record Other(String element, int line) implements Logic {}
    }
}
