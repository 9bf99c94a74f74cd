package exeat.casework;

import exeat.rules.AuthorityId;
import exeat.rules.DirectiveRef;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An event in the life of an issue. Until a day the level that has it is to answer or pass it up.
 */
public sealed interface IssueEvent extends Event {

    record IssueRaised(
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId by,
            OfficerId officer,
            AuthorityId to,
            Optional<LocalDate> due)
            implements IssueEvent {}

    /**
     * A traveller raised it. Which one is in no payload: whoever has the issue need not know.
     *
     * @param to the unit that has their file, and so the issue first
     */
    record IssueRaisedByTraveller(
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId to,
            Optional<LocalDate> due)
            implements IssueEvent {}

    record IssuePassedUp(
            AuthorityId from, AuthorityId to, OfficerId by, String remark, Optional<LocalDate> due)
            implements IssueEvent {}

    /** A level let its day pass: the issue went up by itself, and the delay is booked to it. */
    record IssueRose(AuthorityId from, AuthorityId to, Optional<LocalDate> due)
            implements IssueEvent {}

    /**
     * Answered.
     *
     * @param clarification the number of what the issuer said to it; empty for a level below
     */
    record IssueAnswered(
            AuthorityId unit, OfficerId by, String answer, Optional<Integer> clarification)
            implements IssueEvent {}
}
