package exeat.rules.explain;

import exeat.rules.Directive;
import exeat.rules.dmn.DecisionModel.Row;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.document.RuleView;
import exeat.rules.fact.ClassMatcher;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a finding came about: every rule of every decision table with the first test that failed.
 *
 * @param decisions in the order of the file
 */
public record RuleTrace(List<TracedDecision> decisions) {

    /** A decision table and its rules, in the order of the file. */
    public record TracedDecision(String name, List<Tried> rules) {
        public TracedDecision {
            rules = List.copyOf(rules);
        }
    }

    /** A rule and what came of its tests. */
    public record Tried(RuleView rule, Result result) {}

    /** What came of a rule's tests. */
    public sealed interface Result {}

    /** Every test held. */
    public record Matched() implements Result {}

    /**
     * A test failed; those before it held, or are open.
     *
     * @param fact what was tested, by the table's own words: a fact, or what is made of some
     * @param test as the table writes it
     * @param value what it was tried on; none where no value of an unknown fact meets it, or where
     *     no one fact was tested
     */
    public record Failed(FactName fact, String test, Optional<Value> value) implements Result {}

    /** No test failed, but some depend on these unknown facts. */
    public record Open(List<FactName> facts) implements Result {
        public Open {
            facts = List.copyOf(facts);
        }
    }

    public RuleTrace {
        decisions = List.copyOf(decisions);
    }

    /**
     * The trace of these facts.
     *
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public static RuleTrace of(Directive directive, Facts facts) {
        var tracer = new Tracer(directive, facts);
        var views = directive.rules().iterator();
        var decisions = new ArrayList<TracedDecision>();
        for (var sheet : directive.parsed().model().sheets()) {
            var tried =
                    sheet.rows().stream()
                            .map(row -> new Tried(views.next(), tracer.result(row)))
                            .toList();
            decisions.add(new TracedDecision(sheet.name(), tried));
        }
        return new RuleTrace(decisions);
    }

    /** Tries rules on facts, each test as it is written. */
    private static final class Tracer {

        private final Directive directive;
        private final Facts facts;

        Tracer(Directive directive, Facts facts) {
            this.directive = directive;
            this.facts = facts;
            directive.matcher().classes(facts); // which refuses what the vocabulary does
        }

        Result result(Row row) {
            var open = new LinkedHashSet<FactName>();
            for (var test : row.conditions()) {
                var wanting = new LinkedHashSet<FactName>();
                boolean met = test.boxes().stream().anyMatch(box -> isMet(box, wanting));
                if (!met && wanting.isEmpty()) {
                    var input = new FactName(test.input());
                    return new Failed(input, test.test(), facts.value(input));
                }
                if (!met) {
                    open.addAll(wanting);
                }
            }
            return open.isEmpty() ? new Matched() : new Open(List.copyOf(open));
        }

        /**
         * Whether facts are in a box; where only unknown ones can keep them out, those are wanting.
         */
        private boolean isMet(Map<String, UnaryTest> box, Set<FactName> wanting) {
            var unknown = new LinkedHashSet<FactName>();
            for (var test : box.entrySet()) {
                var fact = new FactName(test.getKey());
                var value = facts.value(fact);
                if (value.isPresent()) {
                    if (!Conditions.match(test.getValue(), value.get())) {
                        return false;
                    }
                    continue;
                }
                switch (meeting(fact, test.getValue())) {
                    case NONE -> {
                        return false;
                    }
                    case SOME -> unknown.add(fact);
                    case ALL -> {}
                }
            }
            wanting.addAll(unknown);
            return unknown.isEmpty();
        }

        private enum How {
            NONE,
            SOME,
            ALL
        }

        /** Whether all, some or none of the values of an unknown fact meet a test. */
        private How meeting(FactName fact, UnaryTest test) {
            var index = directive.matcher().index(fact);
            if (index.isEmpty()) {
                return How.SOME;
            }
            var classes = directive.matcher().input(index.getAsInt());
            int meeting = new ClassMatcher(classes).of(test).cardinality();
            if (meeting == 0) {
                return How.NONE;
            }
            return meeting == classes.count() ? How.ALL : How.SOME;
        }
    }
}
