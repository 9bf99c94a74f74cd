package exeat.casework.event;

import exeat.casework.state.IssueState;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An event in the life of an issue. The level that has it must answer it or pass it up by a
 * deadline.
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
     * A traveller raised it. No event says which one, because the levels that answer need not know.
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

    /**
     * A level missed its deadline: the issue went up automatically, and the delay counts against
     * it.
     */
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

    /**
     * The case of the person who raised it was erased, and its text with it. The state continues
     * from here, because earlier events can no longer be read.
     *
     * @param steps the steps whose content and salt are erased
     */
    record IssueErased(IssueState left, List<Long> steps) implements IssueEvent {
        public IssueErased {
            steps = List.copyOf(steps);
        }

        /** This event, with these steps. */
        public IssueErased over(List<Long> gone) {
            return new IssueErased(left, gone);
        }
    }
}
