package exeat.casework.event;

import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Clarifications by the issuer, and their acknowledgements. */
public sealed interface ClarificationEvent extends BriefingEvent {

    /**
     * The issuer clarifies a paragraph.
     *
     * @param number from 1, across all versions of the directive
     * @param issue the issue that it answers
     * @param version the version at the time
     * @param rules the ids of the rules that it changes; empty if it only explains
     */
    record Clarified(
            int number,
            StreamId.IssueId issue,
            DirectiveRef version,
            String paragraph,
            Set<String> rules,
            String text,
            OfficerId by)
            implements ClarificationEvent {
        public Clarified {
            rules = Collections.unmodifiableSet(new TreeSet<>(rules));
        }
    }

    /** A unit has read a clarification. */
    record ClarificationAcknowledged(int number, AuthorityId unit, OfficerId by)
            implements ClarificationEvent {}
}
