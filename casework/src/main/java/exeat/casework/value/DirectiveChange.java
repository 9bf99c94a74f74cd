package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What two officers of the issuer can do to a directive that was put in force. */
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
     * A unit closes, or goes into another: what it has, the other has, and history keeps its name.
     *
     * @param from the first day on which it is closed
     */
    record CloseUnit(AuthorityId unit, AuthorityId successor, LocalDate from)
            implements DirectiveChange {}

    /**
     * The issuer answers an issue, and says that this changes rules: whoever decides by them reads
     * again first. What the tables say changes with a version alone.
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
