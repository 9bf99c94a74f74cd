package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.Facts;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Looks for pairs of people who are alike in all but one open fact and get different substances:
 * each shows that the fact can still change the answer. It looks where rules begin to match, and
 * nothing follows from not finding a pair.
 */
final class Witnesses {

    /** How many rules are tried for each open fact. */
    private static final int MAX_RULES = 24;

    private final RuleMatcher matcher;
    private final WholeCases cases;
    private final EncodedFacts known;
    private final List<Integer> open;
    private final BitSet possible;

    /**
     * @param open the open inputs
     */
    Witnesses(RuleMatcher matcher, WholeCases cases, EncodedFacts known, List<Integer> open) {
        this.matcher = matcher;
        this.cases = cases;
        this.known = known;
        this.open = open;
        this.possible = matcher.possible(known);
    }

    /** The open inputs for which a pair was found. */
    BitSet found() {
        var found = new BitSet();
        for (int input : open) {
            found.set(input, isFound(input));
        }
        return found;
    }

    private boolean isFound(int input) {
        int tried = 0;
        int last = matcher.input(input).count() - 1;
        for (int rule = possible.nextSetBit(0);
                rule >= 0 && tried < MAX_RULES;
                rule = possible.nextSetBit(rule + 1)) {
            var runs = matcher.runs(input, rule);
            if (runs.length == 0 || (runs[0] == 0 && runs[1] == last)) {
                continue;
            }
            tried++;
            if (isPair(input, rule, runs)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody whom a rule fits is decided otherwise when it just does not any more. */
    private boolean isPair(int input, int rule, int[] runs) {
        var classes = known.classes();
        for (int other : open) {
            if (other != input) {
                int within = within(other, rule);
                if (within < 0) {
                    return false;
                }
                classes[other] = within;
            }
        }
        int inside = within(input, rule);
        if (inside < 0) {
            return false;
        }
        classes[input] = inside;
        var fits = decided(classes);
        int last = matcher.input(input).count() - 1;
        for (int outside : new int[] {runs[0] - 1, runs[1] + 1}) {
            if (outside >= 0 && outside <= last && known.isPossible(input, outside)) {
                classes[input] = outside;
                if (!decided(classes).substance().equals(fits.substance())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Resolution decided(int[] classes) {
        return cases.of(new EncodedFacts(Facts.NONE, classes, Map.of()));
    }

    /** A possible class of an open input that leaves a rule possible; negative where none is. */
    private int within(int input, int rule) {
        var runs = matcher.runs(input, rule);
        for (int at = 0; at < runs.length; at += 2) {
            for (int valueClass = runs[at]; valueClass <= runs[at + 1]; valueClass++) {
                if (known.isPossible(input, valueClass)) {
                    return valueClass;
                }
            }
        }
        return -1;
    }
}
