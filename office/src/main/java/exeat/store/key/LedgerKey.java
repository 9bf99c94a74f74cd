package exeat.store.key;

import exeat.ledger.Cosigner;
import exeat.ledger.Hash;
import exeat.ledger.KeyName;
import exeat.ledger.NoteSigner;
import exeat.ledger.verify.VerifierKey;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;

/**
 * The key of the log: the file {@code ledger} of the keys, an Ed25519 seed of RFC 8032. Its origin
 * stands in {@code ledger.origin}; an operator who wants another name writes it there before the
 * first start. That of a training installation always says what it is.
 */
public final class LedgerKey {

    /** Its name among the keys. */
    public static final String FILE = "ledger";

    private LedgerKey() {}

    /** Where the published key stands if the key itself is held by a signer. */
    public static final String VERIFIER = "ledger.verifier";

    /** A new key that waits until two operators have approved it. */
    public static final String NEXT = "ledger.next";

    /** The published keys before this one, the newest first, a line each. */
    public static final String EARLIER = "ledger.earlier";

    /** The name of the log, a line. */
    public static final String ORIGIN = "ledger.origin";

    /** The key of a witness, among the keys of its own folder. */
    public static final String WITNESS = "witness";

    /** The published key, in one line, wherever the private key is held. */
    public static String published(Keys keys) {
        var held = keys.read(VERIFIER);
        return held.isEmpty() ? of(keys).verifierKey() : held;
    }

    /** Checks what this key signed, or one of those before it. */
    public static VerifierKey verifier(Keys keys) {
        return VerifierKey.parse(published(keys))
                .orElseThrow()
                .after(
                        keys.read(EARLIER)
                                .lines()
                                .map(one -> VerifierKey.parse(one).orElseThrow())
                                .toList());
    }

    /**
     * The published key of the one that waits; made at first.
     *
     * @param origin of the log
     */
    public static String next(Keys keys, String origin) {
        var pair = pair(keys.secret(NEXT).array());
        return new NoteSigner(origin, pair.getPrivate(), raw(pair)).verifierKey();
    }

    /**
     * From now on the one that waits is the key; the one before is gone. After a crash within, the
     * old one is still there, and the next start does it again.
     *
     * @param earlier published keys, the newest first
     */
    public static void succeed(Keys keys, String origin, List<String> earlier) {
        keys.text(ORIGIN, origin);
        keys.rewrite(EARLIER, String.join("\n", earlier));
        keys.rename(NEXT, FILE);
    }

    /** Goes on with the next key of a signer, which is known by its published key. */
    public static void heldNext(Keys keys, String verifier, List<String> earlier) {
        keys.rewrite(EARLIER, String.join("\n", earlier));
        keys.rewrite(VERIFIER, verifier);
    }

    /** Keeps the published key of a signer; the first one stays. */
    public static String held(Keys keys, String verifier) {
        return keys.text(VERIFIER, verifier);
    }

    /**
     * The key of a witness; made at first.
     *
     * @param name as in its published key
     */
    public static Cosigner witness(Keys keys, String name) {
        var pair = pair(keys.secret(WITNESS).array());
        return new Cosigner(keys.text("witness.name", name), pair.getPrivate(), raw(pair));
    }

    private static byte[] raw(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - Hash.LENGTH, encoded.length);
    }

    public static NoteSigner of(Keys keys) {
        var pair = pair(keys.secret(FILE).array());
        var raw = raw(pair);
        var unique = Bytes.of(raw).sha256().hex().substring(0, 16);
        boolean training = InstallationKind.of(keys) == InstallationKind.TRAINING;
        var start = training ? KeyName.TRAINING : "exeat.invalid/ledger/";
        var origin = keys.text(ORIGIN, start + unique);
        if (KeyName.isTraining(origin) != training) {
            throw new OfficeException(
                    Code.KEYS,
                    "the log is named "
                            + origin
                            + " in "
                            + keys.file(ORIGIN)
                            + ": a name that begins with "
                            + KeyName.TRAINING
                            + " is for a training installation, and such a one has no other");
        }
        return new NoteSigner(origin, pair.getPrivate(), raw);
    }

    private static KeyPair pair(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", missing);
        }
    }

    /** The one draw of a generator that makes a key of what it is given. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("a key of " + bytes.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
