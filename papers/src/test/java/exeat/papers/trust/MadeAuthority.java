package exeat.papers.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An authority with its signers, made in DER by hand: the JDK reads certificates and makes none.
 * Everything is valid from 2026 to 2036 unless a test says otherwise.
 */
public final class MadeAuthority {

    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

    private static final String P256 = "secp256r1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final byte[] BASIC_CONSTRAINTS = Der.oid(85, 29, 19);
    private static final byte[] KEY_USAGE = Der.oid(85, 29, 15);
    private static final byte[] EXTENDED_USAGE = Der.oid(85, 29, 37);

    /** 2.23.136.1.1.14.2, of signers of VDS-NC. */
    private static final byte[] SEALS = Der.oid(103, 129, 8, 1, 1, 14, 2);

    /** 2.23.136.1.1.3, of signers of master lists. */
    private static final byte[] MASTER_LISTS = Der.oid(103, 129, 8, 1, 1, 3);

    private static long serial = 1;

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /** A signer's certificate and key. */
    public record MadeSigner(X509Certificate certificate, PrivateKey key) {

        public SigningKey signing() {
            return new SigningKey(certificate, key);
        }
    }

    /** What a certificate is for. */
    public enum Purpose {
        AUTHORITY,
        SEALS,
        MASTER_LISTS,
        /** A certificate without any extension. */
        NOTHING
    }

    private MadeAuthority(String name, Instant until) {
        this.name = name;
        this.keys = keys(P256);
        this.certificate =
                certificate(
                        new Wanted(name, name, FROM, until, Purpose.AUTHORITY, false),
                        keys.getPublic(),
                        keys.getPrivate());
    }

    public static MadeAuthority named(String name) {
        return new MadeAuthority(name, UNTIL);
    }

    public static MadeAuthority until(String name, Instant until) {
        return new MadeAuthority(name, until);
    }

    /** As a reader's list has it. */
    public TrustedAuthority trustedFor(String state) {
        try {
            return TrustedAuthority.read(state, certificate.getEncoded()).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public MadeSigner signer() {
        return signer(FROM, UNTIL);
    }

    public MadeSigner signer(Instant from, Instant until) {
        return signer(new Wanted(name, "Seals", from, until, Purpose.SEALS, false), P256);
    }

    public MadeSigner signerFor(Purpose purpose) {
        return signer(new Wanted(name, "Other", FROM, UNTIL, purpose, false), P256);
    }

    /** With an extension that is critical and that nobody knows. */
    public MadeSigner signerWithUnknownCriticalExtension() {
        return signer(new Wanted(name, "Odd", FROM, UNTIL, Purpose.SEALS, true), P256);
    }

    public MadeSigner signerOnCurve(String curve) {
        return signer(new Wanted(name, "Curve", FROM, UNTIL, Purpose.SEALS, false), curve);
    }

    private MadeSigner signer(Wanted wanted, String curve) {
        var pair = keys(curve);
        return new MadeSigner(
                certificate(wanted, pair.getPublic(), keys.getPrivate()), pair.getPrivate());
    }

    /** A revocation list with these. */
    public byte[] revocations(X509Certificate... revoked) {
        var entries = new ByteArrayOutputStream();
        for (var each : revoked) {
            entries.writeBytes(Der.sequence(Der.integer(each.getSerialNumber()), time(FROM)));
        }
        var listed =
                Der.sequence(
                        Der.integer(BigInteger.ONE),
                        Der.ECDSA_SHA256,
                        nameOf(name),
                        time(FROM),
                        time(UNTIL),
                        revoked.length == 0 ? new byte[0] : Der.der(0x30, entries.toByteArray()));
        return Der.sequence(
                listed,
                Der.ECDSA_SHA256,
                Der.der(0x03, Der.joined(new byte[1], Der.sign(listed, keys.getPrivate()))));
    }

    public static KeyPair keys(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Wanted(
            String issuer,
            String subject,
            Instant from,
            Instant until,
            Purpose purpose,
            boolean odd) {}

    private static synchronized X509Certificate certificate(
            Wanted wanted, PublicKey of, PrivateKey by) {
        var content =
                Der.sequence(
                        Der.der(0xa0, Der.integer(BigInteger.TWO)),
                        Der.integer(BigInteger.valueOf(serial++)),
                        Der.ECDSA_SHA256,
                        nameOf(wanted.issuer()),
                        Der.sequence(time(wanted.from()), time(wanted.until())),
                        nameOf(wanted.subject()),
                        of.getEncoded(),
                        extensions(wanted));
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
            throw new IllegalStateException(e);
        }
    }

    private static byte[] extensions(Wanted wanted) {
        byte[] yes = Der.der(0x01, new byte[] {(byte) 0xff});
        byte[] all =
                switch (wanted.purpose()) {
                    case NOTHING -> new byte[0];
                    case AUTHORITY ->
                            Der.joined(
                                    Der.sequence(
                                            BASIC_CONSTRAINTS,
                                            yes,
                                            Der.der(0x04, Der.sequence(yes))),
                                    Der.sequence(KEY_USAGE, yes, Der.der(0x04, Der.bits(1, 0x06))));
                    case SEALS ->
                            Der.joined(
                                    Der.sequence(KEY_USAGE, yes, Der.der(0x04, Der.bits(7, 0x80))),
                                    Der.sequence(
                                            EXTENDED_USAGE,
                                            yes,
                                            Der.der(0x04, Der.sequence(SEALS))));
                    case MASTER_LISTS ->
                            Der.sequence(
                                    EXTENDED_USAGE, yes, Der.der(0x04, Der.sequence(MASTER_LISTS)));
                };
        byte[] odd =
                wanted.odd()
                        ? Der.sequence(Der.oid(42, 3, 4), yes, Der.der(0x04, new byte[2]))
                        : new byte[0];
        return all.length == 0 ? all : Der.der(0xa3, Der.sequence(all, odd));
    }

    private static byte[] nameOf(String common) {
        var country =
                Der.sequence(
                        Der.oid(85, 4, 6), Der.der(0x13, "UT".getBytes(StandardCharsets.UTF_8)));
        var own =
                Der.sequence(
                        Der.oid(85, 4, 3), Der.der(0x0c, common.getBytes(StandardCharsets.UTF_8)));
        return Der.sequence(Der.der(0x31, country), Der.der(0x31, own));
    }

    private static byte[] time(Instant time) {
        return Der.der(0x18, TIME.format(time).getBytes(StandardCharsets.UTF_8));
    }
}
