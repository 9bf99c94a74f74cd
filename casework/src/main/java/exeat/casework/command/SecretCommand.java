package exeat.casework.command;

import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.source.StoredAs;

/**
 * A command on a person's own secret. An office never makes one alone: each of two officers
 * identifies the person and gets one part of it, so that no officer ever has it whole.
 */
public sealed interface SecretCommand extends CaseCommand {

    /** Whose secret it is; {@link TravellerNo#PRINCIPAL} for somebody who files and stays. */
    TravellerNo to();

    /**
     * The first officer has identified the person and hands over the first part.
     *
     * @param partHash of that part alone; it opens nothing
     * @param seen what the officer saw, or checked, that identified the person before them
     */
    @StoredAs(
            name = "AskForSecret",
            fields = {"stream", "to", "partHash", "seen"})
    record AskForSecret(StreamId.CaseId stream, TravellerNo to, String partHash, String seen)
            implements SecretCommand {}

    /**
     * The second officer has identified the person too and hands over the other part. A first
     * secret works at once; one that replaces another works after the pack's waiting time.
     *
     * @param request the number of the first officer's request
     */
    @StoredAs(
            name = "SecondSecret",
            fields = {"stream", "to", "request", "partHash", "seen"})
    record IssueSecret(
            StreamId.CaseId stream, TravellerNo to, int request, String partHash, String seen)
            implements SecretCommand {}

    /**
     * The person objects with the secret that they still have; or an officer of the unit takes the
     * request back. The secret that was there before stays.
     */
    @StoredAs(
            name = "StopSecret",
            fields = {"stream", "to", "request", "reason"})
    record StopSecret(StreamId.CaseId stream, TravellerNo to, int request, String reason)
            implements SecretCommand {}
}
