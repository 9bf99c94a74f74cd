package exeat.papers.trust;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A signer's key with its certificate, tried once: what it signs needs no check of its own, which
 * costs more than twice what signing does.
 *
 * @param certificate of the signer
 * @param key the private key to it, on P-256
 */
public record SigningKey(X509Certificate certificate, PrivateKey key) {

    private static final byte[] TRIAL =
            "exeat: one key and its certificate".getBytes(StandardCharsets.US_ASCII);

    /**
     * @throws IllegalArgumentException if the key is not the certificate's: no reader would take
     *     what it signs
     */
    public SigningKey {
        if (!Es256.isSigned(certificate.getPublicKey(), TRIAL, Es256.sign(key, TRIAL))) {
            throw new IllegalArgumentException("the key is not the certificate's");
        }
    }

    /**
     * Makes a key for {@link Es256}.
     *
     * @return r and s, 32 bytes each
     */
    public byte[] sign(byte[] data) {
        return Es256.sign(key, data);
    }
}
