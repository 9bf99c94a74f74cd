package exeat.papers.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * A signer whose certificate a trusted authority has signed.
 *
 * @param certificate its own, with a key of P-256
 * @param authority whose certificate that is
 */
public record Signer(X509Certificate certificate, TrustedAuthority authority) {

    /** Whether these bytes are signed by it. */
    public boolean hasSigned(byte[] data, byte[] signature) {
        return Es256.isSigned(certificate.getPublicKey(), data, signature);
    }

    /** What is wrong with its time, or its authority's; mostly nothing. */
    public Optional<SignerFault> faultAt(Instant now) {
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isBefore(authority.certificate().getNotBefore().toInstant())) {
            return Optional.of(SignerFault.NOT_YET_VALID);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(SignerFault.EXPIRED);
        }
        return now.isAfter(authority.certificate().getNotAfter().toInstant())
                ? Optional.of(SignerFault.AUTHORITY_EXPIRED)
                : Optional.empty();
    }
}
