package exeat.desk;

import java.time.Instant;

/**
 * A file of applications on its way in, as whoever sent it sees it.
 *
 * @param id the same for the same file of the same officer
 * @param bytes its length
 * @param rows that were read
 * @param filed applications that are filed, now or by an earlier run of the same file
 * @param rejected applications of which nothing was filed
 * @param problems rows, fields or applications of which something is listed
 */
public record Intake(
        String id,
        Stage stage,
        Format format,
        Instant received,
        Instant changed,
        long bytes,
        long rows,
        long filed,
        long rejected,
        long problems) {

    /** Where it is. */
    public enum Stage {
        /** It is here, and waits for its turn. */
        RECEIVED,
        /** It is read to its end; nothing is filed. */
        CHECKING,
        /** Its applications are filed. */
        FILING,
        /** It waits for whoever sent it to sign in and let it go on. */
        STOPPED,
        /** Everything in it was looked at. */
        DONE,
        /** It cannot be read to its end, so nothing was filed. */
        UNREADABLE
    }

    /** How it is written. */
    public enum Format {
        /** Rows of travellers, with a header. */
        CSV,
        /** An application a line, as the interface takes one. */
        LINES
    }

    public boolean isOver() {
        return stage == Stage.DONE || stage == Stage.UNREADABLE;
    }
}
