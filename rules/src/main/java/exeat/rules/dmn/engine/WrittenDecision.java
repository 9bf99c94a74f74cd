package exeat.rules.dmn.engine;

import exeat.rules.dmn.engine.BoxedTable.Cell;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.value.Type;
import java.util.List;

/**
 * A decision as written, for showing and checking rules.
 *
 * @param id the element's id, or a generated one if it has none
 * @param variable the name by which other expressions refer to it
 * @param type the declared type of its value
 * @param required the ids of the decisions that it requires, in order
 * @param known the names of everything else that it requires: input data, knowledge, services
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

        /** A single expression. */
        record Literal(Cell<Expression> expression, Type type) implements Logic {}

        /**
         * Another boxed expression, or one that calls business knowledge: it can be evaluated but
         * not analysed.
         */
        record Other(String element, int line) implements Logic {}
    }
}
