package exeat.rules.finding;

import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.source.StoredWord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a directive says about one traveller's facts, with everything that it relies on.
 *
 * @param outcome the best outcome among the rules that matched
 * @param why set when the outcome is {@code refer}
 * @param routes every route that the traveller fits, sorted
 * @param grounds every rule that matched, best outcome first
 * @param facts the facts that the decision read, with their values at the time
 * @param unanswered the facts that are still needed; not empty only when {@link
 *     ReferReason#UNANSWERED}
 * @param instrumentsNotHeld instruments that the text relies on and that nobody here has read
 * @param setAsideGrounds the grounds on which two officers may set the finding aside; empty under
 *     {@code approve always} and {@code refer}
 */
public record Finding(
        DirectiveRef directive,
        Outcome outcome,
        Optional<ReferReason> why,
        Purpose purpose,
        List<String> routes,
        Burden burden,
        List<Ground> grounds,
        Facts facts,
        List<FactName> unanswered,
        List<String> instrumentsNotHeld,
        List<String> setAsideGrounds) {

    /** Why a finding refers to a person. */
    public enum ReferReason implements StoredWord {
        /** A rule says so. */
        BY_RULE("BY_RULE"),
        /** No rule covers the case. */
        UNCOVERED("UNCOVERED"),
        /** Facts are missing that could change the finding. */
        UNANSWERED("UNANSWERED");

        private final String stored;

        ReferReason(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    public Finding {
        routes = List.copyOf(routes);
        grounds = List.copyOf(grounds);
        unanswered = List.copyOf(unanswered);
        instrumentsNotHeld = List.copyOf(instrumentsNotHeld);
        setAsideGrounds = List.copyOf(setAsideGrounds);
        if (why.isPresent() == outcome.approves()) {
            throw new IllegalArgumentException(outcome + " with reason to refer " + why);
        }
        if (unanswered.isEmpty() == why.equals(Optional.of(ReferReason.UNANSWERED))) {
            throw new IllegalArgumentException(why + " with unanswered facts " + unanswered);
        }
    }

    /**
     * Whether a fact is needed about which nothing is known yet. A fact that is known as one of
     * several values does not count: the applicant said that much.
     */
    public boolean asks() {
        return !facts.sets().keySet().containsAll(unanswered);
    }

    /**
     * Whether this finding is at least as good for the person as another: its outcome is as high,
     * its burden nowhere heavier, and beside an approval in general that both give it has no
     * further ground on which it can be set aside. Findings can differ so that neither is.
     */
    public boolean atLeastAsGoodAs(Finding other) {
        boolean bothInGeneral = outcome == Outcome.APPROVE_IN_GENERAL && outcome == other.outcome;
        return outcome.atLeastAsGoodAs(other.outcome)
                && burden.atLeastAsGoodAs(other.burden)
                && (!bothInGeneral
                        || new HashSet<>(other.setAsideGrounds).containsAll(setAsideGrounds));
    }
}
