package exeat.casework.command;

import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.util.Optional;

/** A command on an issue. */
public sealed interface IssueCommand extends Command
        permits IssueCommand.RaiseIssue,
                IssueCommand.RaiseOwnIssue,
                IssueCommand.CheckIssueDeadline,
                IssueCommand.EscalateIssue,
                IssueCommand.AnswerIssue,
                IssueClockCommand {
    @Override
    StreamId.IssueId stream();

    /** An officer raises an issue about a paragraph; it goes to the unit above. */
    record RaiseIssue(StreamId.IssueId stream, String paragraph, String text)
            implements IssueCommand {}

    /**
     * A traveller raises an issue; it goes first to the unit that handles their case.
     *
     * @param directive the version under which their file is
     */
    record RaiseOwnIssue(
            StreamId.IssueId stream,
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId holder)
            implements IssueCommand {}

    /** Time has passed: an overdue issue goes up. Only the clock sends this. */
    record CheckIssueDeadline(StreamId.IssueId stream) implements IssueCommand {}

    /** The unit that has the issue sends it one level higher. */
    record EscalateIssue(StreamId.IssueId stream, String remark) implements IssueCommand {}

    /**
     * The unit that has the issue answers it.
     *
     * @param clarification of the issuer, whose answer is one; empty for every level below
     */
    record AnswerIssue(StreamId.IssueId stream, String answer, Optional<Integer> clarification)
            implements IssueCommand {
        /** For a level below the issuer. */
        public AnswerIssue(StreamId.IssueId stream, String answer) {
            this(stream, answer, Optional.empty());
        }
    }
}
