package exeat.rules.explain;

import exeat.rules.Directive;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueInterval;
import exeat.rules.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What would change a referral: every way to approval that changes or adds the fewest facts, but
 * never a protected fact, age, nationality, or a fact that is not changeable.
 *
 * <p>If there is none and some facts are unknown (usually because an answer settled the finding
 * before they were asked): the fewest facts whose change would reopen the case, so that those facts
 * are asked and some answers lead to approval.
 *
 * <p>It says what would follow if something is true and can be shown; it is not advice to say so.
 *
 * @param ways best outcome first; empty when no change of such facts leads to approval
 * @param openings what would open the case again; empty where there is a way
 * @param isOpen whether answers to what is unknown can lead to approval with no change at all
 * @param isComplete false where the search was too long, so that there may be other ways
 */
public record Counterfactuals(
        List<Way> ways, List<Way> openings, boolean isOpen, boolean isComplete) {

    /**
     * One way.
     *
     * @param items what would have to be true, all of it
     * @param finding what the directive would then say, for the first value of each; of an opening,
     *     that answers are needed
     */
    public record Way(List<Item> items, Finding finding) {
        public Way {
            items = List.copyOf(items);
        }
    }

    /**
     * What would have to be true of one fact.
     *
     * @param values each would do; of numbers and dates one of each stretch
     * @param spans the stretches of numbers or dates that would do; else empty
     * @param evidence the document that shows it; where there is none, the person's own statement
     * @param anyAnswer whether it is open, and any answer would do
     */
    public record Item(
            FactName fact,
            List<Value> values,
            List<ValueInterval> spans,
            Optional<String> evidence,
            boolean anyAnswer) {
        public Item {
            values = List.copyOf(values);
            spans = List.copyOf(spans);
        }
    }

    public Counterfactuals {
        ways = List.copyOf(ways);
        openings = List.copyOf(openings);
    }

    /**
     * What would change the finding of these facts; no way where it approves.
     *
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public static Counterfactuals of(Directive directive, Facts facts) {
        return new CounterfactualSearch(directive, facts).changes();
    }
}
