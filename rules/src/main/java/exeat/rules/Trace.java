package exeat.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How a finding came about, for whoever checks it: every rule of every decision table, with the
 * first of its tests that failed.
 *
 * @param decisions in the order of the file
 */
public record Trace(List<Decision> decisions) {

    /** A decision table and its rules, in the order of the file. */
    public record Decision(String name, List<Tried> rules) {
        public Decision {
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
     * @param test as the table writes it
     * @param value what it was tried on; none where no value of an unknown fact meets it
     */
    public record Failed(FactName fact, String test, Optional<Value> value) implements Result {}

    /** No test failed, and these facts are unknown on which it turns. */
    public record Open(List<FactName> facts) implements Result {
        public Open {
            facts = List.copyOf(facts);
        }
    }

    public Trace {
        decisions = List.copyOf(decisions);
    }

    /**
     * The trace of these facts.
     *
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public static Trace of(Directive directive, Facts facts) {
        var tracer = new Tracer(directive.matcher(), facts);
        var decisions = new ArrayList<Decision>();
        var rules = directive.rules();
        int from = 0;
        for (int bit = 0; bit < rules.size(); bit++) {
            boolean last =
                    bit + 1 == rules.size()
                            || !rules.get(bit + 1).decision().equals(rules.get(bit).decision());
            if (last) {
                var tried = new ArrayList<Tried>();
                for (int at = from; at <= bit; at++) {
                    tried.add(new Tried(rules.get(at), tracer.result(at, rules.get(at))));
                }
                decisions.add(new Decision(rules.get(bit).decision(), tried));
                from = bit + 1;
            }
        }
        return new Trace(decisions);
    }

    /** Tries rules on facts. A rule's bit is its place among all rules of the file. */
    private static final class Tracer {

        private final Matcher matcher;
        private final Facts facts;
        private final int[] classes;

        Tracer(Matcher matcher, Facts facts) {
            this.matcher = matcher;
            this.facts = facts;
            this.classes = matcher.classes(facts);
        }

        Result result(int bit, RuleView rule) {
            var open = new ArrayList<FactName>();
            for (var test : rule.conditions().entrySet()) {
                var fact = new FactName(test.getKey());
                int input = matcher.index(fact).orElseThrow();
                var meeting = meeting(bit, input);
                boolean unknown = classes[input] == Matcher.UNKNOWN;
                if (unknown ? meeting.isEmpty() : !meeting.get(classes[input])) {
                    return new Failed(fact, test.getValue(), facts.value(fact));
                }
                if (unknown && meeting.cardinality() < matcher.possible(input).size()) {
                    open.add(fact);
                }
            }
            return open.isEmpty() ? new Matched() : new Open(open);
        }

        /** The value classes that meet the rule's test of this input. */
        private BitSet meeting(int bit, int input) {
            var classes = new BitSet();
            var possible = matcher.possible(input);
            for (int at = 0; at < possible.size(); at++) {
                classes.set(at, possible.get(at).get(bit));
            }
            return classes;
        }
    }
}
