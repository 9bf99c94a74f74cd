package exeat.desk.intake;

import exeat.rules.source.StoredWord;
import java.time.Instant;

/**
 * An uploaded file of applications, as its sender sees it.
 *
 * @param id the same for the same file of the same officer
 * @param bytes its length
 * @param rows rows read so far
 * @param filed filed applications, including those of an earlier run of the same file
 * @param rejected applications of which nothing was filed
 * @param problems the number of listed errors
 */
public record FileIntake(
        String id,
        Phase stage,
        Format format,
        Instant received,
        Instant changed,
        long bytes,
        long rows,
        long filed,
        long rejected,
        long problems) {

    /** Where it is. */
    public enum Phase implements StoredWord {
        /** It is here, and waits for its turn. */
        RECEIVED("RECEIVED"),
        /** It is read to its end; nothing is filed. */
        CHECKING("CHECKING"),
        /** Its applications are filed. */
        FILING("FILING"),
        /** It waits for its sender to sign in and continue it. */
        STOPPED("STOPPED"),
        /** Everything in it was looked at. */
        DONE("DONE"),
        /** It cannot be read to its end, so nothing was filed. */
        UNREADABLE("UNREADABLE");

        private final String stored;

        Phase(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /** How it is written. */
    public enum Format implements StoredWord {
        /** Rows of travellers, with a header. */
        CSV("CSV"),
        /** An application a line, as the interface takes one. */
        LINES("LINES");

        private final String stored;

        Format(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    public boolean isOver() {
        return stage == Phase.DONE || stage == Phase.UNREADABLE;
    }
}
