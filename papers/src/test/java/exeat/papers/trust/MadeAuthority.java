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
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

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

    private static final byte[] ECDSA_SHA256 = sequence(oid(42, 134, 72, 206, 61, 4, 3, 2));
    private static final byte[] BASIC_CONSTRAINTS = oid(85, 29, 19);
    private static final byte[] KEY_USAGE = oid(85, 29, 15);
    private static final byte[] EXTENDED_USAGE = oid(85, 29, 37);

    /** 2.23.136.1.1.14.2, of signers of VDS-NC. */
    private static final byte[] SEALS = oid(103, 129, 8, 1, 1, 14, 2);

    /** 2.23.136.1.1.3, of signers of master lists. */
    private static final byte[] MASTER_LISTS = oid(103, 129, 8, 1, 1, 3);

    private static long serial = 1;

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /** A signer's certificate and key. */
    public record MadeSigner(X509Certificate certificate, PrivateKey key) {}

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
            entries.writeBytes(sequence(integer(each.getSerialNumber()), time(FROM)));
        }
        var listed =
                sequence(
                        integer(BigInteger.ONE),
                        ECDSA_SHA256,
                        nameOf(name),
                        time(FROM),
                        time(UNTIL),
                        revoked.length == 0 ? new byte[0] : der(0x30, entries.toByteArray()));
        return sequence(
                listed,
                ECDSA_SHA256,
                der(0x03, joined(new byte[1], sign(listed, keys.getPrivate()))));
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
                sequence(
                        der(0xa0, integer(BigInteger.TWO)),
                        integer(BigInteger.valueOf(serial++)),
                        ECDSA_SHA256,
                        nameOf(wanted.issuer()),
                        sequence(time(wanted.from()), time(wanted.until())),
                        nameOf(wanted.subject()),
                        of.getEncoded(),
                        extensions(wanted));
        var whole =
                sequence(content, ECDSA_SHA256, der(0x03, joined(new byte[1], sign(content, by))));
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] extensions(Wanted wanted) {
        byte[] yes = der(0x01, new byte[] {(byte) 0xff});
        byte[] all =
                switch (wanted.purpose()) {
                    case NOTHING -> new byte[0];
                    case AUTHORITY ->
                            joined(
                                    sequence(BASIC_CONSTRAINTS, yes, der(0x04, sequence(yes))),
                                    sequence(KEY_USAGE, yes, der(0x04, bits(1, 0x06))));
                    case SEALS ->
                            joined(
                                    sequence(KEY_USAGE, yes, der(0x04, bits(7, 0x80))),
                                    sequence(EXTENDED_USAGE, yes, der(0x04, sequence(SEALS))));
                    case MASTER_LISTS ->
                            sequence(EXTENDED_USAGE, yes, der(0x04, sequence(MASTER_LISTS)));
                };
        byte[] odd =
                wanted.odd() ? sequence(oid(42, 3, 4), yes, der(0x04, new byte[2])) : new byte[0];
        return all.length == 0 ? all : der(0xa3, sequence(all, odd));
    }

    private static byte[] nameOf(String common) {
        var country = sequence(oid(85, 4, 6), der(0x13, "UT".getBytes(StandardCharsets.UTF_8)));
        var own = sequence(oid(85, 4, 3), der(0x0c, common.getBytes(StandardCharsets.UTF_8)));
        return sequence(der(0x31, country), der(0x31, own));
    }

    private static byte[] time(Instant time) {
        return der(0x18, TIME.format(time).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bits(int unused, int octet) {
        return der(0x03, new byte[] {(byte) unused, (byte) octet});
    }

    private static byte[] integer(BigInteger value) {
        return der(0x02, value.toByteArray());
    }

    private static byte[] oid(int... octets) {
        var bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return der(0x06, bytes);
    }

    private static byte[] sequence(byte[]... parts) {
        return der(0x30, joined(parts));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] der(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] sign(byte[] content, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
