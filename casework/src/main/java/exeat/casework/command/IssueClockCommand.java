package exeat.casework.command;

import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;

/** What the clock does with issues; as a command, so that it also happens after a crash. */
public sealed interface IssueClockCommand extends IssueCommand {

    /**
     * A blind second decision differed: the unit that decided again raises an issue.
     *
     * @param officer who decided again
     */
    record RaiseDisagreement(
            StreamId.IssueId stream,
            DirectiveRef directive,
            String paragraph,
            String text,
            AuthorityId unit,
            OfficerId officer)
            implements IssueClockCommand {}

    /**
     * The case of the person who raised it was erased, so its text is erased too. The database
     * accepts this only for such issues.
     */
    record EraseIssue(StreamId.IssueId stream) implements IssueClockCommand {}
}
