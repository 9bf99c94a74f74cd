package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.util.Optional;

/**
 * That, when, why and by whom somebody's part of a file was erased: what stays of it.
 *
 * @param basis the law or the rule on which it rests, as whoever did it wrote it
 * @param first of two officers; empty where the person asked themselves, or time had passed
 */
public record Erasure(
        Instant at,
        Ground ground,
        String basis,
        String reason,
        Optional<OfficerId> first,
        Optional<OfficerId> second) {

    /** Why something is erased. */
    public enum Ground implements StoredWord {
        /** The person asked for it, after their case had ended. */
        OWN_REQUEST("OWN_REQUEST"),
        /** Two officers of a unit that supervises, by law. */
        DATA_PROTECTION("DATA_PROTECTION"),
        /** The time for which it may be kept has passed. */
        RETENTION("RETENTION"),
        /** It was erased before, and came back with an older copy of the database. */
        AGAIN("AGAIN");

        private final String stored;

        Ground(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }
}
