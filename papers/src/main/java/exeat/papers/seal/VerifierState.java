package exeat.papers.seal;

import exeat.papers.status.StatusReading;
import exeat.papers.trust.TrustedAuthority;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a reader knows when a paper is shown.
 *
 * @param trusted the authorities whose signers it takes
 * @param lists revocation lists, each with its signer
 * @param now by its own clock
 * @param knownPast a time that it knows to have passed, because somebody trusted has signed it;
 *     {@code Instant.MIN} if there is none
 * @param zone of the place where the paper is shown: its first and last day are days there
 */
public record VerifierState(
        List<TrustedAuthority> trusted,
        List<StatusReading.Read> lists,
        Instant now,
        Instant knownPast,
        ZoneId zone) {

    public VerifierState {
        trusted = List.copyOf(trusted);
        lists = List.copyOf(lists);
    }
}
