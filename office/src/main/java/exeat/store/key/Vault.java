package exeat.store.key;

import exeat.store.Bytes;
import exeat.store.OfficeException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts personal data with AES-256-GCM under a key for each stream. Within it, data of a
 * traveller that only some readers may see is encrypted under that traveller's key. The newest of
 * the {@link MasterKeys} encrypts these keys. The place of each text is authenticated, so that none
 * can be moved.
 *
 * <p>A sealed text is a random nonce of 96 bits, then the ciphertext with a tag of 128. A part of a
 * text has the nonce of the whole, which is safe because each part has a key of its own.
 */
public final class Vault {

    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;
    private static final Pattern KEY_OF = Pattern.compile("\"(\\d+)\": *\"([0-9a-f]+)\"");

    /** One for each thread: to find the implementation takes as long as to seal. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Vault::cipher);

    private final MasterKeys masters;
    private final Bytes pepper;

    public Vault(Keys keys) {
        masters = new MasterKeys(keys);
        pepper = keys.secret("pepper");
    }

    /** The key of one stream, with those of its travellers that its reader has; for one thread. */
    public final class StreamKey {
        private final String stream;
        private final Bytes key;
        private final Map<Integer, Bytes> wrapped;
        private final Map<Integer, Bytes> opened = new HashMap<>();
        private final Set<Integer> stored;

        private StreamKey(String stream, Bytes key, Map<Integer, Bytes> wrapped) {
            this.stream = stream;
            this.key = key;
            this.wrapped = new HashMap<>(wrapped);
            this.stored = Set.copyOf(wrapped.keySet());
        }

        /** This key, once every key that was made here is stored. */
        public StreamKey kept() {
            var same = new StreamKey(stream, key, wrapped);
            same.opened.putAll(opened);
            return same;
        }

        /** The key as it is stored. */
        public Bytes wrapped() {
            return masters.seal("key " + stream, key);
        }

        public Bytes sealEvent(long sequence, Bytes plain) {
            return Vault.seal(key, stream + " " + sequence, plain);
        }

        public Bytes openEvent(long sequence, Bytes sealed) {
            return Vault.open(key, stream + " " + sequence, sealed);
        }

        public Bytes sealState(long version, Bytes plain) {
            return Vault.seal(key, stream + " state " + version, plain);
        }

        public Bytes openState(long version, Bytes sealed) {
            return Vault.open(key, stream + " state " + version, sealed);
        }

        /** An event under a nonce under which its parts lie too. */
        public Bytes sealEvent(Bytes nonce, long sequence, Bytes plain) {
            return nonce.then(Vault.seal(key, nonce, stream + " " + sequence, plain));
        }

        /** A state under a nonce under which its parts lie too. */
        public Bytes sealState(Bytes nonce, long version, Bytes plain) {
            return nonce.then(Vault.seal(key, nonce, stream + " state " + version, plain));
        }

        /** Whether the traveller's own key was made here, or is yet to be. */
        public boolean isNew(int traveller) {
            return !stored.contains(traveller);
        }

        /** Whether the traveller's own key is here. */
        public boolean has(int traveller) {
            return wrapped.containsKey(traveller) || opened.containsKey(traveller);
        }

        /** The traveller's key as it is stored; one is made where there is none yet. */
        public Bytes wrapped(int traveller) {
            return wrapped.computeIfAbsent(traveller, t -> masters.seal(about(t), travellerKey(t)));
        }

        /** Seals what is the traveller's own in the place that is named. */
        public Bytes seal(int traveller, String place, Bytes plain) {
            return Vault.seal(travellerKey(traveller), about(traveller) + " " + place, plain);
        }

        /**
         * Seals without writing the nonce, which stands in front of the whole of which it is a
         * part; it must be new, and of one part for each traveller.
         */
        public Bytes seal(Bytes nonce, int traveller, String place, Bytes plain) {
            return Vault.seal(
                    travellerKey(traveller), nonce, about(traveller) + " " + place, plain);
        }

        /** Opens what was sealed under the nonce of the whole. */
        public Bytes open(Bytes nonce, int traveller, String place, Bytes sealed) {
            return open(traveller, place, nonce.then(sealed));
        }

        /**
         * Opens what is the traveller's own.
         *
         * @throws OfficeException if their key is not here, or the text is of another place
         */
        public Bytes open(int traveller, String place, Bytes sealed) {
            if (!has(traveller)) {
                throw new OfficeException(
                        OfficeException.Code.KEYS, "no key of a traveller of " + stream);
            }
            return Vault.open(travellerKey(traveller), about(traveller) + " " + place, sealed);
        }

        private Bytes travellerKey(int traveller) {
            return opened.computeIfAbsent(
                    traveller,
                    t ->
                            wrapped.containsKey(t)
                                    ? masters.open(about(t), wrapped.get(t))
                                    : Keys.random(KEY));
        }

        private String about(int traveller) {
            return "key " + stream + " " + traveller;
        }
    }

    public StreamKey newKey(String stream) {
        return new StreamKey(stream, Keys.random(KEY), Map.of());
    }

    /**
     * The key of a stream, as it is stored.
     *
     * @param travellers the keys of its travellers that the reader may have, by number
     */
    public StreamKey unwrap(String stream, Bytes wrapped, Map<Integer, Bytes> travellers) {
        return new StreamKey(stream, masters.open("key " + stream, wrapped), travellers);
    }

    /** For what belongs to no stream, such as an officer's name. */
    public Bytes sealText(String about, String text) {
        return masters.seal(about, Bytes.utf8(text));
    }

    public String openText(String about, Bytes sealed) {
        return masters.open(about, sealed).text();
    }

    /** The sealed keys of travellers as SQL gives them: <code>{"1": "hex", ...}</code>. */
    public static Map<Integer, Bytes> keys(String json) {
        var keys = new HashMap<Integer, Bytes>();
        var found = KEY_OF.matcher(json);
        while (found.find()) {
            var bytes = HexFormat.of().parseHex(found.group(2));
            keys.put(Integer.valueOf(found.group(1)), Bytes.of(bytes));
        }
        return keys;
    }

    public MasterKeys masters() {
        return masters;
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

    /** A new one. */
    public static Bytes nonce() {
        return Keys.random(NONCE);
    }

    /** With which a text was sealed. */
    public static Bytes nonceOf(Bytes sealed) {
        return Bytes.of(java.util.Arrays.copyOf(sealed.array(), NONCE));
    }

    private static Bytes seal(Bytes key, String about, Bytes plain) {
        var nonce = nonce();
        return nonce.then(seal(key, nonce, about, plain));
    }

    private static Bytes seal(Bytes key, Bytes nonce, String about, Bytes plain) {
        return run(Cipher.ENCRYPT_MODE, key, nonce.array(), about, plain.array());
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

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Bytes run(int mode, Bytes key, byte[] nonce, String about, byte[] text) {
        try {
            var cipher = CIPHER.get();
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
