package exeat.papers.status;

import exeat.papers.trust.Signer;
import exeat.papers.trust.SignerFault;
import java.util.Optional;

/** What a reader made of a signed list. */
public sealed interface StatusReading {

    /** A list that a known signer has signed. */
    record Read(StatusToken token, Signer signer) implements StatusReading {}

    /**
     * No list to rely on.
     *
     * @param signer why its signer is not known, if that is the fault
     */
    record Unreadable(ListFault fault, Optional<SignerFault> signer) implements StatusReading {

        public Unreadable(ListFault fault) {
            this(fault, Optional.empty());
        }
    }
}
