package exeat.rules.table;

import exeat.rules.dmn.Literal;
import java.util.List;
import java.util.Map;

/**
 * What a table says of one set of facts, by its hit policy, with the rules that ground it and the
 * facts themselves.
 */
public sealed interface TableAnswer {

    EncodedFacts facts();

    /**
     * A rule of a compiled table.
     *
     * @param number its place in the file, from 0
     * @param outputs by output, in the order of the columns
     */
    record TableRule(int number, String id, Map<String, Literal> outputs) {
        public TableRule {
            outputs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(outputs));
        }
    }

    /** No rule matches. */
    record NoRule(EncodedFacts facts) implements TableAnswer {}

    /** The rule that the policy settles on. */
    record One(TableRule rule, EncodedFacts facts) implements TableAnswer {}

    /** All rules that match, in the policy's order; at least one. */
    record Many(List<TableRule> rules, EncodedFacts facts) implements TableAnswer {
        public Many {
            rules = List.copyOf(rules);
        }
    }

    /** One number made of the outputs of all rules that match; null when it cannot be made. */
    record Aggregate(Literal value, List<TableRule> rules, EncodedFacts facts)
            implements TableAnswer {
        public Aggregate {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Rules match together that the policy promises never do: more than one under UNIQUE, unequal
     * outputs under ANY. The standard's result is null.
     */
    record Clash(List<TableRule> rules, EncodedFacts facts) implements TableAnswer {
        public Clash {
            rules = List.copyOf(rules);
        }
    }
}
