package exeat.rules;

import exeat.rules.decide.RuleMatcher;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A fact that a newer directive asks of people whom the older one does not ask for it. It is open
 * for everybody who has not answered it yet, and they may lose what the older directive gave them.
 *
 * @param fact the fact
 * @param leftOpen somebody who leaves it open and has answered everything else, if one was found;
 *     preferably somebody who is worse off because of it
 */
public record NewQuestion(FactName fact, Optional<LeftOpen> leftOpen) {

    /**
     * How many people are made up for each fact. That takes a second or two for a large directive.
     */
    private static final int TRIES = 400;

    /** The constants of {@link WorkedCase}: all see the same people. */
    private static final long FACTOR = 6364136223846793005L;

    private static final long START = 2003;

    /**
     * Somebody who leaves one fact open.
     *
     * @param person all their other facts
     * @param findings under both directives
     */
    public record LeftOpen(Facts person, DirectiveComparison.ComparedFindings findings) {

        /** Whether the person is worse off under the newer directive until they answer. */
        public boolean worse() {
            return !findings.difference().atLeastAsGood();
        }
    }

    /** Whether somebody was found who is worse off until they answer. */
    public boolean costsWhoLeavesItOpen() {
        return leftOpen.filter(LeftOpen::worse).isPresent();
    }

    /**
     * Those of a comparison, in the order of the newer directive's vocabulary: every fact that only
     * its rules read, and each other one for which somebody was found whom it alone asks. The
     * people are made up, rule by rule, so what is not found is not proved not to be there; links
     * between facts are not looked at.
     */
    public static List<NewQuestion> of(DirectiveComparison versions) {
        var before = versions.before().matcher();
        var after = versions.after().matcher();
        var found = new ArrayList<NewQuestion>();
        for (var fact : versions.after().vocabulary().facts()) {
            if (fact.source() != FactDefinition.Source.DECLARED || !after.reads(fact.name())) {
                continue;
            }
            var leftOpen = leftOpen(versions, fact.name());
            if (leftOpen.isPresent() || !before.reads(fact.name())) {
                found.add(new NewQuestion(fact.name(), leftOpen));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<LeftOpen> leftOpen(DirectiveComparison versions, FactName fact) {
        var first = Optional.<LeftOpen>empty();
        var people = new People(START);
        for (int n = 0; n < TRIES; n++) {
            var person = people.next(versions, n, fact);
            if (!versions.problems(person).isEmpty()) {
                continue;
            }
            var findings = versions.compare(person);
            if (findings.after().unanswered().contains(fact)
                    && !findings.before().unanswered().contains(fact)) {
                var one = new LeftOpen(person, findings);
                if (one.worse()) {
                    return Optional.of(one);
                }
                first = first.or(() -> Optional.of(one));
            }
        }
        return first;
    }

    /** Makes people up, each to meet one rule of the one directive or the other. */
    private static final class People {

        private long state;

        People(long start) {
            state = start;
        }

        /** Somebody about whom everything is known except one fact. */
        Facts next(DirectiveComparison versions, int n, FactName but) {
            var values = new TreeMap<FactName, Value>();
            boolean olderFirst = n % 2 == 0;
            add((olderFirst ? versions.before() : versions.after()).matcher(), n / 2, values);
            add((olderFirst ? versions.after() : versions.before()).matcher(), n / 2, values);
            values.remove(but);
            return new Facts(values);
        }

        private void add(RuleMatcher matcher, int n, Map<FactName, Value> values) {
            for (int input = 0; input < matcher.inputs(); input++) {
                state = state * FACTOR + 1;
                var classes = matcher.input(input);
                int one = (int) Long.remainderUnsigned(state >>> 24, classes.count());
                values.putIfAbsent(
                        classes.fact().name(),
                        classes.sample(meeting(matcher.possible(input), n, one)));
            }
        }

        /** The first class from this one on that leaves a rule possible; itself where none does. */
        private static int meeting(List<BitSet> possible, int n, int from) {
            int rules = possible.stream().mapToInt(BitSet::length).max().orElse(0);
            for (int step = 0; step < possible.size() && rules > 0; step++) {
                int at = (from + step) % possible.size();
                if (possible.get(at).get(n % rules)) {
                    return at;
                }
            }
            return from;
        }
    }
}
