package exeat.bench.rules;

import exeat.rules.table.CompiledTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the facts of the bench lie in a compiled table, and what its slots are. */
final class Columns {

    static final List<String> NAMES =
            List.of("status", "purpose", "sponsored", "income", "fee", "age", "arrived");

    private Columns() {}

    /**
     * Throws where the table doesn't test every fact in this order, as hand-written code expects.
     */
    static void check(CompiledTable table) {
        if (!table.inputs().equals(NAMES)) {
            throw new IllegalStateException("the table tests " + table.inputs());
        }
    }

    /** The slot of a constant, where a rule has one. */
    static Optional<Long> slot(CompiledTable table, String input, Optional<?> constant) {
        return constant.map(
                value -> table.encode(Map.of(input, value)).slot(table.inputs().indexOf(input)));
    }
}
