package exeat.papers.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Finds out whose certificate one is. Chains are two long: an authority and its signers. */
public final class SignerCheck {

    /** The extended key usage of signers of VDS-NC (Doc 9303 part 12). */
    public static final String USAGE = "2.23.136.1.1.14.2";

    private static final SeenSigners SEEN = new SeenSigners();

    private SignerCheck() {}

    /**
     * The signer of papers of a state.
     *
     * @param der a certificate of a stranger
     * @param state the code that the paper names as its issuer
     */
    public static SignerAnswer check(byte[] der, String state, List<TrustedAuthority> trusted) {
        var read = Certificates.read(der);
        if (read.isEmpty()) {
            return new SignerAnswer.Refused(SignerFault.NOT_A_CERTIFICATE);
        }
        var certificate = read.get();
        var named = trusted.stream().filter(authority -> isNamed(authority, certificate)).toList();
        if (named.isEmpty()) {
            return new SignerAnswer.Refused(SignerFault.NO_AUTHORITY);
        }
        // An authority that has a new key has the same name twice.
        var signed =
                named.stream()
                        .filter(authority ->
                                SEEN.isSigned(certificate, authority.certificate().getPublicKey()))
                        .toList();
        if (signed.isEmpty()) {
            return new SignerAnswer.Refused(SignerFault.NOT_SIGNED_BY_AUTHORITY);
        }
        var ours = signed.stream().filter(authority -> authority.state().equals(state)).findFirst();
        if (ours.isEmpty()) {
            return new SignerAnswer.Refused(SignerFault.OTHER_STATE);
        }
        if (!Es256.isOnCurve(certificate.getPublicKey())) {
            return new SignerAnswer.Refused(SignerFault.WRONG_CURVE);
        }
        if (!maySeal(certificate)) {
            return new SignerAnswer.Refused(SignerFault.NOT_A_SIGNER);
        }
        return ours.get().withdrawn().contains(certificate.getSerialNumber())
                ? new SignerAnswer.Refused(SignerFault.WITHDRAWN)
                : new SignerAnswer.Known(new Signer(certificate, ours.get()));
    }

    private static boolean isNamed(TrustedAuthority authority, X509Certificate certificate) {
        return authority
                .certificate()
                .getSubjectX500Principal()
                .equals(certificate.getIssuerX500Principal());
    }

    /** Without the usage, a passport printer under the same authority could sign papers. */
    private static boolean maySeal(X509Certificate certificate) {
        try {
            var usages = certificate.getExtendedKeyUsage();
            var usage = certificate.getKeyUsage();
            return usages != null
                    && usages.contains(USAGE)
                    && (usage == null || usage[0])
                    && certificate.getBasicConstraints() < 0
                    && !certificate.hasUnsupportedCriticalExtension();
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}
