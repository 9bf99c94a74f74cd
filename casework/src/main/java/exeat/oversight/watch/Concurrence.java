package exeat.oversight.watch;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import java.time.Duration;
import java.time.Instant;

/**
 * An officer's answer to what another did or proposed.
 *
 * @param asked when it was proposed, or appealed against
 * @param agreed whether they confirmed it
 */
public record Concurrence(
        String file,
        OfficerId officer,
        AuthorityId unit,
        AskedAs role,
        Instant asked,
        Instant answered,
        boolean agreed) {

    /** As whom they were asked. */
    public enum AskedAs {
        /** The second of two officers. */
        SECOND,
        /** An officer who decides an appeal. */
        REVIEWER
    }

    /** Too short a time to read a case. */
    private static final Duration MOMENTS = Duration.ofMinutes(2);

    boolean isWithinMoments() {
        return agreed && Duration.between(asked, answered).compareTo(MOMENTS) < 0;
    }
}
