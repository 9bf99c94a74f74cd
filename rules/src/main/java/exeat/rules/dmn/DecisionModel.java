package exeat.rules.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The decisions of one file, in the file's order.
 *
 * @param tables the requested decisions, over facts alone; one written rule may become several
 *     consecutive rules with the same id that never match together
 * @param parts the decision tables that those require, in the same form
 * @param sheets all decisions, for display
 * @param unused decisions that were neither requested nor required by those, each with its line
 * @param unprovable elements that are not exact tests of facts; if there are any, tables are
 *     missing
 */
public record DecisionModel(
        String name,
        List<DecisionTable> tables,
        List<DecisionTable> parts,
        List<Sheet> sheets,
        Map<String, Integer> unused,
        List<Unprovable> unprovable) {

    public DecisionModel {
        tables = List.copyOf(tables);
        parts = List.copyOf(parts);
        sheets = List.copyOf(sheets);
        unused = Map.copyOf(unused);
        unprovable = List.copyOf(unprovable);
    }

    /**
     * An element that these tables can neither prove nor decide.
     *
     * @param element the decision and, if it is about one, its column
     */
    public record Unprovable(String element, int line, String why) {}

    /**
     * A decision for display.
     *
     * @param part whether only other decisions use it
     */
    public record Sheet(String name, int line, boolean part, List<Row> rows) {
        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A rule as written. A decision that is an expression has one rule, without conditions.
     *
     * @param outputs as written, by output
     * @param annotations the non-empty annotations, by column
     */
    public record Row(
            int line,
            String id,
            List<Condition> conditions,
            Map<String, String> outputs,
            Map<String, String> annotations) {
        public Row {
            conditions = List.copyOf(conditions);
            outputs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(outputs));
            annotations = Map.copyOf(annotations);
        }

        public Optional<String> annotation(String column) {
            return Optional.ofNullable(annotations.get(column));
        }
    }

    /**
     * A test of a rule, other than {@code -}.
     *
     * @param input the expression that is tested, as written
     * @param boxes the boxes of facts that pass it, each as conditions by fact; empty if unknown
     */
    public record Condition(String input, String test, List<Map<String, UnaryTest>> boxes) {
        public Condition {
            boxes = boxes.stream().<Map<String, UnaryTest>>map(TreeMap::new).toList();
        }
    }
}
