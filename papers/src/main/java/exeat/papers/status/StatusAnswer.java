package exeat.papers.status;

import java.time.Instant;
import java.util.Optional;

/** What is known of a paper's revocation, and up to when. */
public sealed interface StatusAnswer {

    /** It had not been revoked when the list was made; what happened since, the list cannot say. */
    record NotRevoked(Instant asOf) implements StatusAnswer {}

    /** It had been revoked. That is final: an index is never used again. */
    record Revoked(Instant asOf) implements StatusAnswer {}

    /**
     * Nothing.
     *
     * @param asOf when the list was made, if there is one
     */
    record Unknown(ListFault fault, Optional<Instant> asOf) implements StatusAnswer {}
}
