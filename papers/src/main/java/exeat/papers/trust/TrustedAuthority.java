package exeat.papers.trust;

import java.math.BigInteger;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A country signing authority that a reader trusts, and for which state.
 *
 * @param state the code that its papers have as their issuer, such as {@code UTO}; the reader's
 *     list says it, not the certificate, which has another kind of code
 * @param certificate its own
 * @param withdrawn serial numbers of signers whose certificates it has revoked
 */
public record TrustedAuthority(
        String state, X509Certificate certificate, Set<BigInteger> withdrawn) {

    private static final int SIGNS_CERTIFICATES = 5;

    public TrustedAuthority {
        withdrawn = Set.copyOf(withdrawn);
    }

    /** Reads a certificate in DER; empty if it is none, or not one of an authority. */
    public static Optional<TrustedAuthority> read(String state, byte[] der) {
        return Certificates.read(der)
                .filter(TrustedAuthority::isAuthority)
                .map(certificate -> new TrustedAuthority(state, certificate, Set.of()));
    }

    private static boolean isAuthority(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        boolean may =
                usage == null || (usage.length > SIGNS_CERTIFICATES && usage[SIGNS_CERTIFICATES]);
        return certificate.getBasicConstraints() >= 0 && may;
    }

    /** With the signers of its revocation list (CRL, DER); empty if it is not one of its own. */
    public Optional<TrustedAuthority> revoking(byte[] list) {
        return Certificates.readRevocations(list)
                .filter(read -> Certificates.isSignedBy(read, certificate.getPublicKey()))
                .map(read -> {
                    var entries = read.getRevokedCertificates();
                    Stream<? extends X509CRLEntry> all =
                            entries == null ? Stream.empty() : entries.stream();
                    var serials =
                            Stream.concat(
                                    withdrawn.stream(), all.map(X509CRLEntry::getSerialNumber));
                    return new TrustedAuthority(
                            state, certificate, serials.collect(Collectors.toSet()));
                });
    }
}
