package exeat.papers.trust;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Makes the certificates of an authority and its signers in DER (X.509, RFC 5280), since the JDK
 * only reads them. All are signed with ECDSA and SHA-256.
 */
public final class CertificateMaker {

    /** Years from this one on are written with four digits, those before with two. */
    private static final int FOUR_DIGITS = 2050;

    private static final int TWO_DIGITS = 1950;

    private static final DateTimeFormatter LONG_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT_TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final byte[] COMMON_NAME = Der.oid(85, 4, 3);
    private static final byte[] BASIC_CONSTRAINTS = Der.oid(85, 29, 19);
    private static final byte[] KEY_USAGE = Der.oid(85, 29, 15);
    private static final byte[] EXTENDED_USAGE = Der.oid(85, 29, 37);

    /** 2.23.136.1.1.14.2, of signers of VDS-NC. */
    private static final byte[] SEALS = Der.oid(103, 129, 8, 1, 1, 14, 2);

    private static final byte[] YES = Der.der(0x01, new byte[] {(byte) 0xff});

    private CertificateMaker() {}

    /**
     * What a certificate says of its owner.
     *
     * @param name the common name
     * @param serial positive, and another one for each certificate of an authority: at random
     * @param from to the second
     * @param until to the second
     */
    public record Subject(String name, BigInteger serial, Instant from, Instant until) {
        public Subject {
            if (serial.signum() <= 0 || !until.isAfter(from)) {
                throw new IllegalArgumentException("a certificate with no serial or no time");
            }
        }
    }

    /** A certificate of an authority, signed by itself. */
    public static X509Certificate authority(Subject subject, PublicKey key, PrivateKey by) {
        var extensions =
                Der.joined(
                        Der.sequence(BASIC_CONSTRAINTS, YES, Der.der(0x04, Der.sequence(YES))),
                        Der.sequence(KEY_USAGE, YES, Der.der(0x04, Der.bits(1, 0x06))));
        return certificate(subject.name(), subject, key, by, extensions);
    }

    /** A certificate of somebody who may sign seals and revocation lists. */
    public static X509Certificate signer(
            Subject subject, PublicKey key, X509Certificate authority, PrivateKey by) {
        var extensions =
                Der.joined(
                        Der.sequence(KEY_USAGE, YES, Der.der(0x04, Der.bits(7, 0x80))),
                        Der.sequence(EXTENDED_USAGE, Der.der(0x04, Der.sequence(SEALS))));
        return certificate(
                authority.getSubjectX500Principal().getEncoded(), subject, key, by, extensions);
    }

    private static X509Certificate certificate(
            String issuer, Subject subject, PublicKey key, PrivateKey by, byte[] extensions) {
        return certificate(nameOf(issuer), subject, key, by, extensions);
    }

    private static X509Certificate certificate(
            byte[] issuer, Subject subject, PublicKey key, PrivateKey by, byte[] extensions) {
        var content =
                Der.sequence(
                        Der.der(0xa0, Der.integer(BigInteger.TWO)),
                        Der.integer(subject.serial()),
                        Der.ECDSA_SHA256,
                        issuer,
                        Der.sequence(time(subject.from()), time(subject.until())),
                        nameOf(subject.name()),
                        key.getEncoded(),
                        Der.der(0xa3, Der.sequence(extensions)));
        var whole =
                Der.sequence(
                        content,
                        Der.ECDSA_SHA256,
                        Der.der(0x03, Der.joined(new byte[1], Der.sign(content, by))));
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a certificate that can be read", e);
        }
    }

    private static byte[] nameOf(String common) {
        var own = Der.sequence(COMMON_NAME, Der.der(0x0c, common.getBytes(StandardCharsets.UTF_8)));
        return Der.sequence(Der.der(0x31, own));
    }

    /** RFC 5280, section 4.1.2.5. */
    private static byte[] time(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        boolean isShort = year >= TWO_DIGITS && year < FOUR_DIGITS;
        var text = (isShort ? SHORT_TIME : LONG_TIME).format(time);
        return Der.der(isShort ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
    }
}
