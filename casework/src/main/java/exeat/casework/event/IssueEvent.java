package exeat.casework.event;

import exeat.casework.state.IssueState;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.LocalDate;
import java.util.List;
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

    /**
     * The file of whoever raised it was erased, and its words with it. From here on it is told, for
     * what was before can no longer be read.
     *
     * @param steps whose payload and salt are gone
     */
    record IssueErased(IssueState left, List<Long> steps) implements IssueEvent {
        public IssueErased {
            steps = List.copyOf(steps);
        }

        /** The same, over these steps. */
        public IssueErased over(List<Long> gone) {
            return new IssueErased(left, gone);
        }
    }
}
