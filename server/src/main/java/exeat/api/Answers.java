package exeat.api;

import exeat.casework.Rejection;
import exeat.desk.Reply;
import exeat.web.Problem;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** What the desk answered, for a program. */
final class Answers {

    private Answers() {}

    /**
     * It is done.
     *
     * @param stream the key of the stream that it belongs to
     * @param leaf the hash of its leaf in the ledger, lower-case hex
     * @param inLogBy the time by which the leaf is in the ledger
     */
    record Done(String stream, long sequence, String leaf, Instant inLogBy) {
        static Done of(Reply.Done done) {
            return new Done(done.stream().key(), done.sequence(), done.leaf(), done.inLogBy());
        }
    }

    static Response of(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> Response.ok(Done.of(done)).build();
            case Reply.Rejected(var rejection) -> rejected(rejection);
            case Reply.KeyReused _ ->
                    Problem.of(422, "KEY_REUSED", "The key was used for another command.")
                            .response();
            case Reply.Busy(var after) ->
                    Problem.of(503, "BUSY", "Send the same command with the same key again.")
                            .builder()
                            .header("Retry-After", Math.max(1, after.toSeconds()))
                            .build();
        };
    }

    private static Response rejected(Rejection rejection) {
        int status =
                switch (rejection.code()) {
                    case NOT_FOUND -> 404;
                    case NOT_ALLOWED, NOT_BRIEFED, NOT_INDEPENDENT -> 403;
                    case ALREADY_EXISTS,
                            WRONG_STAGE,
                            UNCONFIRMED,
                            SUSPENDED,
                            HELD,
                            SAFEGUARD_OPEN,
                            CLEARANCE_OPEN,
                            SECOND_OFFICER,
                            NEVER_UNDER_APPROVAL,
                            NOT_IN_DIRECTIVE,
                            REASON_MISSING,
                            BAD_VALUE,
                            NOT_TOLD,
                            BAD_DATE,
                            PAPER_NOT_VALID ->
                            422;
                };
        return Problem.of(status, rejection.code().name(), rejection.about()).response();
    }
}
