package exeat.ledger;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.Instant;

/**
 * Signs others' checkpoints with the time at which it saw them: an Ed25519 key of C2SP's
 * tlog-cosignature.
 */
public final class Cosigner {

    private static final byte TYPE = 4;

    private final Ed25519Line line;

    /**
     * The witness of that name.
     *
     * @param name a line without spaces or plus signs, such as {@code witness.example/1}
     * @param publicKey 32 bytes, as RFC 8032 encodes them
     */
    public Cosigner(String name, PrivateKey key, byte[] publicKey) {
        line = new Ed25519Line(name, TYPE, key, publicKey);
    }

    public String name() {
        return line.name();
    }

    /** The key with which anybody can check, in the one line that other tools read. */
    public String verifierKey() {
        return line.verifierKey();
    }

    /**
     * The line, with its end, that goes below a checkpoint.
     *
     * @param text the checkpoint's text, without its signatures
     * @param at cut to whole seconds
     */
    public String line(String text, Instant at) {
        long seconds = at.getEpochSecond();
        var time = ByteBuffer.allocate(Long.BYTES).putLong(seconds).array();
        return line.line(time, "cosignature/v1\ntime " + seconds + "\n" + text);
    }
}
