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

/** Signs notes with an Ed25519 key, as C2SP's signed-note says. */
public final class NoteSigner {

    private static final byte ED25519 = 1;
    private static final int KEY = 32;
    private static final int ID = 4;

    private final String name;
    private final PrivateKey key;
    private final byte[] named;
    private final byte[] id;

    /**
     * The signer of that name.
     *
     * @param name a line without spaces or plus signs; by habit the origin
     * @param publicKey 32 bytes, as RFC 8032 encodes them
     */
    public NoteSigner(String name, PrivateKey key, byte[] publicKey) {
        if (publicKey.length != KEY) {
            throw new IllegalArgumentException("a public key of " + publicKey.length + " bytes");
        }
        this.name = name;
        this.key = key;
        named = ByteBuffer.allocate(1 + KEY).put(ED25519).put(publicKey).array();
        id = Arrays.copyOf(sha256(name + "\n", named), ID);
    }

    public String name() {
        return name;
    }

    /** The key with which anybody can check, in the one line that other tools read. */
    public String verifierKey() {
        var hex = HexFormat.of().formatHex(id);
        return name + "+" + hex + "+" + Base64.getEncoder().encodeToString(named);
    }

    /** The note: the text, an empty line, and this signature. The same for the same text. */
    public String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            var signed = signature.sign();
            var line = ByteBuffer.allocate(ID + signed.length).put(id).put(signed).array();
            return text
                    + "\n\u2014 "
                    + name
                    + " "
                    + Base64.getEncoder().encodeToString(line)
                    + "\n";
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
