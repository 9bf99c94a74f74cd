package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What two officers do so that a person gets a secret.
 *
 * @param number counted within the case, from 1
 * @param first the officer who identified the person first, and saw the first part
 * @param unit that officer's, at which it is done
 * @param partHash keyed, of the first part
 * @param second the officer who saw the other part; empty until it is issued
 * @param from when a secret begins to work that does not work at once
 * @param stopped whether it was taken back, or objected to
 * @param objected whether it was the person who stopped it
 */
@StoredAs(
        name = "secret-request",
        fields = {
            "to",
            "number",
            "first",
            "unit",
            "partHash",
            "asked",
            "second",
            "from",
            "stopped",
            "objected"
        })
public record SecretRequest(
        TravellerNo to,
        int number,
        OfficerId first,
        AuthorityId unit,
        String partHash,
        Instant asked,
        Optional<OfficerId> second,
        Optional<Instant> from,
        boolean stopped,
        boolean objected) {

    /** The person stands before both officers; a request that is older was for nothing. */
    public static final Duration OPEN = Duration.ofHours(24);

    /** Whether a second officer can still answer it. */
    public boolean isOpen(Instant now) {
        return !stopped && second.isEmpty() && now.isBefore(asked.plus(OPEN));
    }

    /** Whether the secret was made and does not work yet. */
    public boolean isWaiting(Instant now) {
        return !stopped && second.isPresent() && from.filter(now::isBefore).isPresent();
    }

    /** Whether two officers handed it over to the person whom they identified, and it works. */
    public boolean isHandedOver(Instant now) {
        return !stopped && second.isPresent() && from.filter(now::isBefore).isEmpty();
    }

    public SecretRequest issued(OfficerId by, Optional<Instant> works) {
        return new SecretRequest(
                to,
                number,
                first,
                unit,
                partHash,
                asked,
                Optional.of(by),
                works,
                stopped,
                objected);
    }

    public SecretRequest stopped(boolean byThePerson) {
        return new SecretRequest(
                to, number, first, unit, partHash, asked, second, from, true, byThePerson);
    }
}
