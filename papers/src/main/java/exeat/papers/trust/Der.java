package exeat.papers.trust;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/** Values in DER (X.690), of which certificates are made. */
final class Der {

    /** ecdsa-with-SHA256, as certificates and revocation lists name it. */
    static final byte[] ECDSA_SHA256 = sequence(oid(42, 134, 72, 206, 61, 4, 3, 2));

    private Der() {}

    static byte[] bits(int unused, int octet) {
        return der(0x03, new byte[] {(byte) unused, (byte) octet});
    }

    static byte[] integer(BigInteger value) {
        return der(0x02, value.toByteArray());
    }

    static byte[] oid(int... octets) {
        var bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return der(0x06, bytes);
    }

    static byte[] sequence(byte[]... parts) {
        return der(0x30, joined(parts));
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] der(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> Byte.SIZE);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] sign(byte[] content, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key that signs with ECDSA", e);
        }
    }
}
