package exeat.papers.status;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A list with what is signed along with it.
 *
 * @param subject its address, which its papers name
 * @param issuedAt when it was made, to the second
 * @param expires when it should no longer be relied on
 * @param ttl seconds after which a reader with a line fetches a newer one
 */
public record StatusToken(
        String subject,
        Instant issuedAt,
        Optional<Instant> expires,
        OptionalLong ttl,
        StatusList list) {

    private static final int INVALID = 1;

    /** What it says of a paper. */
    public StatusAnswer answer(long index, Instant now) {
        var status = list.status(index);
        if (status.isEmpty()) {
            return unknown(ListFault.TOO_SHORT);
        }
        return switch (status.getAsInt()) {
            case INVALID -> new StatusAnswer.Revoked(issuedAt);
            case 0 ->
                    expires.filter(now::isAfter).isPresent()
                            ? unknown(ListFault.EXPIRED)
                            : new StatusAnswer.NotRevoked(issuedAt);
            default -> unknown(ListFault.OTHER_STATUS);
        };
    }

    private StatusAnswer unknown(ListFault fault) {
        return new StatusAnswer.Unknown(fault, Optional.of(issuedAt));
    }
}
