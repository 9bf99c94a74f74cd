package exeat.ledger;

import java.security.PrivateKey;

/** Signs notes with an Ed25519 key, as C2SP's signed-note says. */
public final class NoteSigner {

    private static final byte TYPE = 1;

    private final Ed25519Line line;

    /**
     * The signer of that name.
     *
     * @param name a line without spaces or plus signs; by habit the origin
     * @param publicKey 32 bytes, as RFC 8032 encodes them
     */
    public NoteSigner(String name, PrivateKey key, byte[] publicKey) {
        line = new Ed25519Line(name, TYPE, key, publicKey);
    }

    public String name() {
        return line.name();
    }

    /** The key with which anybody can check, in the one line that other tools read. */
    public String verifierKey() {
        return line.verifierKey();
    }

    /** The note: the text, an empty line, and this signature. The same for the same text. */
    public String sign(String text) {
        return text + "\n" + line.line(new byte[0], text);
    }
}
