package exeat.rules.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The decisions of one file, in its order.
 *
 * @param tables those that were asked for, over facts alone: a rule as written may be several here,
 *     one after the other with the same id, no two of which ever match together
 * @param parts the decision tables that those require, likewise
 * @param sheets all of them, as people read them
 * @param unused the decisions that were not asked for and that none of those requires, each with
 *     its line
 * @param unprovable what is no exact test of facts; where there is any, tables are missing
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
     * An element that cannot be proved, or decided by these tables.
     *
     * @param element the decision and, where one is meant, its column
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
     * A rule as written; a decision that is an expression has one, without conditions.
     *
     * @param outputs as written, by output
     * @param annotations by column, those that say something
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
     * A test of a rule that says something.
     *
     * @param input the expression that is tested, as written
     * @param boxes the boxes of people who pass it, each with conditions by fact; empty if unknown
     */
    public record Condition(String input, String test, List<Map<String, UnaryTest>> boxes) {
        public Condition {
            boxes = boxes.stream().<Map<String, UnaryTest>>map(TreeMap::new).toList();
        }
    }
}
