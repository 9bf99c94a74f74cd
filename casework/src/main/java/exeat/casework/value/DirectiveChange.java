package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A change that two officers of the issuer can make to a directive that was put in force. */
public sealed interface DirectiveChange {

    /** Its rules decide nothing new until it is resumed. */
    record Suspend() implements DirectiveChange {}

    /** Its rules decide again. */
    record Resume() implements DirectiveChange {}

    /**
     * It ends.
     *
     * @param from the first day on which it decides nothing new
     */
    record Repeal(LocalDate from) implements DirectiveChange {}

    /**
     * A unit was closed. Only read, in what was stored before the office had a register of units:
     * such a change cannot be proposed, and closes nothing; see {@link UnitChange}.
     */
    record CloseUnit(AuthorityId unit, AuthorityId successor, LocalDate from)
            implements DirectiveChange {}

    /**
     * The issuer answers an issue in a way that changes rules, so officers must read the directive
     * again before they decide. The tables change only with a new version.
     *
     * @param rules the ids of the rules that it changes
     */
    record Clarify(StreamId.IssueId issue, String paragraph, Set<String> rules, String text)
            implements DirectiveChange {
        public Clarify {
            rules = Collections.unmodifiableSet(new TreeSet<>(rules));
        }
    }
}
