package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.util.Optional;

/**
 * What remains after an erasure: when, why and by whom somebody's part of a case was erased.
 *
 * @param basis the law or rule that requires it, as the person who did it wrote it
 * @param first the first of two officers; empty if the person asked for it or the time limit had
 *     passed
 */
public record Erasure(
        Instant at,
        ErasureGround ground,
        String basis,
        String reason,
        Optional<OfficerId> first,
        Optional<OfficerId> second) {

    /** Why something is erased. */
    public enum ErasureGround implements StoredWord {
        /** The person asked for it, after their case had ended. */
        OWN_REQUEST("OWN_REQUEST"),
        /** Two officers of a unit that supervises, by law. */
        DATA_PROTECTION("DATA_PROTECTION"),
        /** The time limit for keeping it has passed. */
        RETENTION("RETENTION"),
        /** It was erased before, and came back with an older copy of the database. */
        AGAIN("AGAIN");

        private final String stored;

        ErasureGround(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }
}
