package exeat.rules.dmn.engine;

import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Type;
import java.util.List;

/**
 * A decision as written, for showing and checking rules.
 *
 * @param id of the element, or a made-up one where it has none
 * @param variable how the expressions of others call it
 * @param type the declared type of its value
 * @param required the ids of the decisions that it requires, in its order
 * @param known the names of all else that it requires: input data, knowledge, services
 */
public record WrittenDecision(
        String id,
        String name,
        String variable,
        int line,
        Type type,
        List<String> required,
        List<String> known,
        Logic logic) {

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

        /** An expression alone. */
        record Literal(Cell<Expression> expression, Type type) implements Logic {}

        /** Another boxed expression, or calls of knowledge: it can be evaluated, and not seen. */
        record Other(String element, int line) implements Logic {}
    }
}
