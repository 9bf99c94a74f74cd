package exeat.papers.trust;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JDK's certificates, without its exceptions. */
final class Certificates {

    /** No certificate of a signer or an authority comes near it. */
    private static final int MAX_BYTES = 16_384;

    /** Nothing with MD5 or SHA-1, for which two contents with one signature can be made. */
    private static final Pattern ALGORITHMS =
            Pattern.compile("SHA(256|384|512)with(RSA|ECDSA)|RSASSA-PSS");

    private Certificates() {}

    /** A certificate in DER, and nothing but it. */
    static Optional<X509Certificate> read(byte[] der) {
        if (der.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            var read = factory().generateCertificate(new ByteArrayInputStream(der));
            // The JDK reads PEM as well, and stops where the certificate ends.
            boolean whole = Arrays.equals(read.getEncoded(), der);
            return whole && read instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            // Bytes of a stranger: whatever the parser makes of them, they are no certificate.
            return Optional.empty();
        }
    }

    static Optional<X509CRL> readRevocations(byte[] der) {
        try {
            return factory().generateCRL(new ByteArrayInputStream(der)) instanceof X509CRL list
                    ? Optional.of(list)
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isSignedBy(X509Certificate certificate, PublicKey key) {
        if (!ALGORITHMS.matcher(certificate.getSigAlgName()).matches()) {
            return false;
        }
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException | RuntimeException not) {
            return false;
        }
    }

    static boolean isSignedBy(X509CRL list, PublicKey key) {
        if (!ALGORITHMS.matcher(list.getSigAlgName()).matches()) {
            return false;
        }
        try {
            list.verify(key);
            return true;
        } catch (GeneralSecurityException | RuntimeException not) {
            return false;
        }
    }

    private static CertificateFactory factory() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509");
    }
}
