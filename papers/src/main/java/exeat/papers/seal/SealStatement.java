package exeat.papers.seal;

import exeat.papers.status.StatusAnswer;
import exeat.papers.trust.Signer;
import java.util.Optional;

/**
 * What a seal establishes. Nothing here says that somebody may not go: only that a paper could, or
 * could not, be verified, and why.
 */
public sealed interface SealStatement {

    /**
     * Signature, signer and validity are right.
     *
     * @param status what is known of a revocation, and up to when; nothing is known without a list
     */
    record Established(SealedAuthorisation paper, Signer signer, StatusAnswer status)
            implements SealStatement {}

    /**
     * Something of it is not right.
     *
     * @param paper what a known signer has sealed; empty if it was altered or is somebody else's
     */
    record NotEstablished(SealReason reason, Optional<SealedAuthorisation> paper)
            implements SealStatement {}

    /** Signed by somebody whom this reader does not know, which is not the same as forged. */
    record UnknownSigner(SealReason reason) implements SealStatement {}

    /** A known signer's, but the clock cannot say whether it is valid. */
    record UnknownTime(SealReason reason, Optional<SealedAuthorisation> paper)
            implements SealStatement {}

    /**
     * Not a seal that can be read.
     *
     * @param detail what is wrong, in English; holds nothing of what was read
     */
    record Malformed(SealReason reason, String detail) implements SealStatement {}
}
