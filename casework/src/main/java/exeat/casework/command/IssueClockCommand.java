package exeat.casework.command;

import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;

/** What the clock does to issues, so that it is done after a crash as well. */
public sealed interface IssueClockCommand extends IssueCommand {

    /**
     * A blind second decision came out otherwise: the unit that decided again raises that.
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
     * The file of whoever raised it was erased: its words go too. Taken by the database for those
     * issues alone.
     */
    record EraseIssue(StreamId.IssueId stream) implements IssueClockCommand {}
}
