package exeat.rules;

import exeat.rules.decide.RuleMatcher;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A made-up case that the directive works out itself, so that officers can check their
 * understanding of it.
 *
 * @param id the same in every process for one version, such as {@code case-4}
 * @param facts every fact that the tables read
 * @param finding what the directive says of them; it cites a paragraph
 */
public record WorkedCase(String id, Facts facts, Finding finding) {

    private static final int MAX_TRIES = 6_000;

    /** How many cases with one outcome under the same paragraphs are kept. */
    private static final int MAX_ALIKE = 2;

    private static final int MAX_CASES = 24;

    /** Knuth's, with the middle bits taken; no chance but this one, so that all see the same. */
    private static final long FACTOR = 6364136223846793005L;

    private static final long START = 1963;

    /** Those of one directive: up to two of each outcome under each set of paragraphs. */
    static List<WorkedCase> of(Directive directive) {
        var matcher = directive.matcher();
        var found = new ArrayList<WorkedCase>();
        var alike = new HashMap<String, Integer>();
        int rules = rules(matcher);
        long state = START;
        for (int n = 0; n < MAX_TRIES && rules > 0 && found.size() < MAX_CASES; n++) {
            // Each rule in turn, so that one with many conditions is met as well.
            int rule = n % rules;
            var values = new TreeMap<FactName, Value>();
            for (int input = 0; input < matcher.inputs(); input++) {
                state = state * FACTOR + 1;
                var classes = matcher.input(input);
                int one = (int) Long.remainderUnsigned(state >>> 24, classes.count());
                int met = meeting(matcher.possible(input), rule, one);
                values.put(classes.fact().name(), classes.sample(met));
            }
            var facts = new Facts(values);
            var finding = directive.decide(facts);
            if (!finding.grounds().isEmpty()
                    && alike.merge(kind(finding), 1, Integer::sum) <= MAX_ALIKE) {
                found.add(new WorkedCase("case-" + (found.size() + 1), facts, finding));
            }
        }
        return List.copyOf(found);
    }

    private static int rules(RuleMatcher matcher) {
        int rules = 0;
        for (int input = 0; input < matcher.inputs(); input++) {
            for (var possible : matcher.possible(input)) {
                rules = Math.max(rules, possible.length());
            }
        }
        return rules;
    }

    /** The first class from this one on that leaves a rule possible; itself where none does. */
    private static int meeting(List<BitSet> possible, int rule, int from) {
        for (int step = 0; step < possible.size(); step++) {
            int at = (from + step) % possible.size();
            if (possible.get(at).get(rule)) {
                return at;
            }
        }
        return from;
    }

    private static String kind(Finding finding) {
        return finding.grounds().stream()
                .map(ground -> ground.paragraph().number())
                .distinct()
                .sorted()
                .collect(Collectors.joining(",", finding.outcome() + " ", ""));
    }
}
