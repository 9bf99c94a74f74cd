package exeat.store;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is personal: AES-256-GCM, under a key of each stream's own, which is wrapped by the
 * master key. What a sealed text belongs to is authenticated with it, so that none can be moved.
 *
 * <p>A sealed text is a random nonce of 96 bits, then the ciphertext with a tag of 128.
 */
public final class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Bytes master;
    private final Bytes pepper;

    public Vault(Keys keys) {
        master = keys.secret("master");
        pepper = keys.secret("pepper");
    }

    /** The key of one stream. */
    public final class StreamKey {
        private final String stream;
        private final Bytes key;

        private StreamKey(String stream, Bytes key) {
            this.stream = stream;
            this.key = key;
        }

        /** The key as it is stored. */
        public Bytes wrapped() {
            return seal(master, "key " + stream, key);
        }

        public Bytes sealEvent(long sequence, Bytes plain) {
            return seal(key, stream + " " + sequence, plain);
        }

        public Bytes openEvent(long sequence, Bytes sealed) {
            return open(key, stream + " " + sequence, sealed);
        }

        public Bytes sealState(long version, Bytes plain) {
            return seal(key, stream + " state " + version, plain);
        }

        public Bytes openState(long version, Bytes sealed) {
            return open(key, stream + " state " + version, sealed);
        }
    }

    public StreamKey newKey(String stream) {
        return new StreamKey(stream, Keys.random(master.array().length));
    }

    public StreamKey unwrap(String stream, Bytes wrapped) {
        return new StreamKey(stream, open(master, "key " + stream, wrapped));
    }

    /** For what belongs to no stream, such as an officer's name. */
    public Bytes sealText(String about, String text) {
        return seal(master, about, Bytes.utf8(text));
    }

    public String openText(String about, Bytes sealed) {
        return open(master, about, sealed).text();
    }

    /** A keyed hash: nobody without the key can tell what it is of, or try. */
    public Bytes keyed(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper.array(), "HmacSHA256"));
            return Bytes.of(mac.doFinal(Bytes.utf8(purpose + "\0" + text).array()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Bytes seal(Bytes key, String about, Bytes plain) {
        var nonce = Keys.random(NONCE);
        return nonce.then(run(Cipher.ENCRYPT_MODE, key, nonce.array(), about, plain.array()));
    }

    private static Bytes open(Bytes key, String about, Bytes sealed) {
        var all = sealed.array();
        return run(
                Cipher.DECRYPT_MODE,
                key,
                java.util.Arrays.copyOf(all, NONCE),
                about,
                java.util.Arrays.copyOfRange(all, NONCE, all.length));
    }

    private static Bytes run(int mode, Bytes key, byte[] nonce, String about, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key.array(), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(Bytes.utf8(about).array());
            return Bytes.of(cipher.doFinal(text));
        } catch (GeneralSecurityException broken) {
            throw new OfficeException(
                    OfficeException.Code.KEYS, "cannot seal or open a text of " + about, broken);
        }
    }
}
