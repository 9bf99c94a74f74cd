package exeat.papers.trust;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;

/**
 * ECDSA over the curve P-256 with SHA-256; a signature is r and s, 32 bytes each, as JOSE and COSE
 * have it.
 */
public final class Es256 {

    /** Bytes of a signature. */
    public static final int LENGTH = 64;

    private static final ECParameterSpec P256 = p256();

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private Es256() {}

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    /** Whether a key is one of this curve. */
    public static boolean isOnCurve(PublicKey key) {
        return key instanceof ECPublicKey point
                && point.getParams() != null
                && point.getParams().getCurve().equals(P256.getCurve())
                && point.getParams().getGenerator().equals(P256.getGenerator())
                && point.getParams().getOrder().equals(P256.getOrder())
                && point.getParams().getCofactor() == P256.getCofactor();
    }

    /**
     * Whether r and s are numbers that a signature can have: from 1 to the order of the curve less
     * one. Checkers that leave this out took r = s = 0 for a signature of anything
     * (CVE-2022-21449), so it is not left to the JDK alone.
     */
    public static boolean isInRange(byte[] signature) {
        return signature.length == LENGTH
                && isInRange(signature, 0)
                && isInRange(signature, LENGTH / 2);
    }

    private static boolean isInRange(byte[] signature, int from) {
        var half = Arrays.copyOfRange(signature, from, from + LENGTH / 2);
        var number = new BigInteger(1, half);
        return number.signum() > 0 && number.compareTo(P256.getOrder()) < 0;
    }

    /** Whether the key's owner signed these bytes; false for whatever is no signature or key. */
    public static boolean isSigned(PublicKey key, byte[] data, byte[] signature) {
        if (!isInRange(signature) || !isOnCurve(key)) {
            return false;
        }
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(data);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * Signs. The key may be one that stays in its device (PKCS#11).
     *
     * @throws IllegalArgumentException if the key can't sign so
     */
    public static byte[] sign(PrivateKey key, byte[] data) {
        try {
            var signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(data);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key that signs with ES256", e);
        }
    }
}
