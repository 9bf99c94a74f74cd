package exeat.ledger.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A published key that checks notes: a log's or a witness's. */
public final class VerifierKey {

    private static final int LOG = 1;
    private static final int WITNESS = 4;
    private static final int KEY = 32;
    private static final int TIME = 8;

    /** How the log of each training installation is named, and no other. */
    private static final String TRAINING = "exeat.invalid/training/";

    /** What stands before the 32 bytes of an Ed25519 key in X.509's form, RFC 8410. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final String id;
    private final int type;
    private final PublicKey key;

    /** Those that signed for the same log before. */
    private final List<VerifierKey> earlier;

    private VerifierKey(
            String name, String id, int type, PublicKey key, List<VerifierKey> earlier) {
        this.name = name;
        this.id = id;
        this.type = type;
        this.key = key;
        this.earlier = List.copyOf(earlier);
    }

    /** Reads a key of one line: name, id and key with plus signs between; empty for none. */
    public static Optional<VerifierKey> parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty() || parts[0].contains(" ")) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(parts[2]);
            if (bytes.length != 1 + KEY || (bytes[0] != LOG && bytes[0] != WITNESS)) {
                return Optional.empty();
            }
            var start = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
            var id = HexFormat.of().formatHex(Arrays.copyOf(MerkleHash.of(start, bytes), 4));
            if (!id.equals(parts[1])) {
                return Optional.empty();
            }
            var encoded = ByteBuffer.allocate(X509.length + KEY).put(X509).put(bytes, 1, KEY);
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded.array()));
            return Optional.of(new VerifierKey(parts[0], id, bytes[0], key, List.of()));
        } catch (IllegalArgumentException | GeneralSecurityException bad) {
            return Optional.empty();
        }
    }

    /**
     * This key, for a log that other keys signed before: their signatures count too.
     *
     * @throws IllegalArgumentException if one of them is a witness's, or another log's
     */
    public VerifierKey after(List<VerifierKey> before) {
        for (var one : before) {
            if (type != LOG || one.type != LOG || !one.name.equals(name)) {
                throw new IllegalArgumentException(one.name + " is no earlier key of " + name);
            }
        }
        return new VerifierKey(name, id, type, key, before);
    }

    public String name() {
        return name;
    }

    /**
     * Whether it is a training installation's: whatever it signed is made up and proves nothing,
     * even if every hash and signature is right. A program that shows the result of a check must
     * say so.
     */
    public boolean isTraining() {
        return name.startsWith(TRAINING);
    }

    /** Whether it is a witness's, whose signatures hold their time. */
    public boolean isWitness() {
        return type == WITNESS;
    }

    /**
     * The line with which this key, or one before it, signed; empty when none did.
     *
     * @throws WrongSignature when a line says that it is this key's and is not
     */
    public Optional<SignedNote.Signature> signatureOn(SignedNote note) throws WrongSignature {
        for (var signature : note.signatures()) {
            if (signature.name().equals(name) && signature.id().equals(id)) {
                if (!verifies(note.text(), signature.bytes())) {
                    throw new WrongSignature(name);
                }
                return Optional.of(signature);
            }
        }
        for (var one : earlier) {
            var signature = one.signatureOn(note);
            if (signature.isPresent()) {
                return signature;
            }
        }
        return Optional.empty();
    }

    /** A note that says that a key signed it, which did not. */
    public static final class WrongSignature extends Exception {

        private static final long serialVersionUID = 1L;

        WrongSignature(String name) {
            super("the signature of " + name + " does not match its key");
        }
    }

    private boolean verifies(String text, byte[] value) {
        if (type == LOG) {
            return verifies(text.getBytes(StandardCharsets.UTF_8), value, 0);
        }
        if (value.length <= TIME) {
            return false;
        }
        long seconds = ByteBuffer.wrap(value).getLong();
        var said = "cosignature/v1\ntime " + seconds + "\n" + text;
        return seconds >= 0 && verifies(said.getBytes(StandardCharsets.UTF_8), value, TIME);
    }

    private boolean verifies(byte[] said, byte[] value, int from) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(said);
            return signature.verify(value, from, value.length - from);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
