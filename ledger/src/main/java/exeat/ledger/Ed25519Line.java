package exeat.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A named Ed25519 key, its one published line, and the signature lines that it makes. */
final class Ed25519Line {

    private static final int KEY = 32;
    private static final int ID = 4;

    private final String name;
    private final PrivateKey key;
    private final byte[] named;
    private final byte[] id;

    /**
     * The key of that name.
     *
     * @param type the byte that says in signed-note what kind of signature it makes
     * @param publicKey 32 bytes, as RFC 8032 encodes them
     */
    Ed25519Line(String name, byte type, PrivateKey key, byte[] publicKey) {
        if (publicKey.length != KEY) {
            throw new IllegalArgumentException("a public key of " + publicKey.length + " bytes");
        }
        if (!KeyName.isOne(name)) {
            throw new IllegalArgumentException("not a name of a key: " + name);
        }
        this.name = name;
        this.key = key;
        named = ByteBuffer.allocate(1 + KEY).put(type).put(publicKey).array();
        id = Arrays.copyOf(sha256(name + "\n", named), ID);
    }

    String name() {
        return name;
    }

    String verifierKey() {
        var hex = HexFormat.of().formatHex(id);
        return name + "+" + hex + "+" + Base64.getEncoder().encodeToString(named);
    }

    /** The line, with its end, for a signature over a message; {@code before} stands before it. */
    String line(byte[] before, String message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            var signed = signature.sign();
            var line = ByteBuffer.allocate(ID + before.length + signed.length);
            line.put(id).put(before).put(signed);
            return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(line.array()) + "\n";
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a checkpoint cannot be signed", broken);
        }
    }

    private static byte[] sha256(String first, byte[] then) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(first.getBytes(StandardCharsets.UTF_8));
            return digest.digest(then);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
