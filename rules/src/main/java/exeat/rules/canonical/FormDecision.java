package exeat.rules.canonical;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One decision of a pack, over facts only; the decisions that it requires are composed into its
 * rules.
 *
 * @param name as packs name it, such as {@code Route}
 * @param rules in the table's order; several in a row with one id were one rule when they were
 *     written, and no two of those match together
 */
public record FormDecision(String name, Policy policy, List<Rule> rules) {

    /** How several matching rules are combined. */
    public enum Policy {
        UNIQUE("unique"),
        ANY("any"),
        FIRST("first"),
        PRIORITY("priority"),
        RULE_ORDER("rule order"),
        OUTPUT_ORDER("output order"),
        COLLECT("collect");

        private final String word;

        Policy(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A rule.
     *
     * @param when by fact, the condition; a fact without one can have any value
     * @param gives by output; absent where the cell is null
     * @param rank its place by the declared order of outputs, 0 the best; 0 for all where none is
     *     declared
     * @param citation what it rests on
     * @param exceptionTo the rules of the same decision that it is meant to win over
     */
    public record Rule(
            String id,
            Map<String, FormTest> when,
            Map<String, FormValue> gives,
            int rank,
            Citation citation,
            List<String> exceptionTo) {
        public Rule {
            exceptionTo = List.copyOf(exceptionTo);
            when = Collections.unmodifiableMap(new TreeMap<>(when));
            gives = Collections.unmodifiableMap(new TreeMap<>(gives));
        }

        /** A text that it gives; empty where it gives none. */
        public Optional<String> text(String output) {
            return gives.get(output) instanceof FormValue.Text(var text)
                    ? Optional.of(text)
                    : Optional.empty();
        }
    }

    /**
     * What a rule cites.
     *
     * @param paragraph of the record
     * @param instrument another text on which it relies
     * @param held whether that text is held here; true without one
     * @param assumed whether the source text is silent, so that it is the pack's assumption
     */
    public record Citation(
            Optional<String> paragraph,
            Optional<String> instrument,
            boolean held,
            boolean assumed) {}

    public FormDecision {
        rules = List.copyOf(rules);
    }
}
