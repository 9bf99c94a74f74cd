package exeat.store.key;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys, as a Tink keyset in the file {@code keyset} of the keys' folder. The newest
 * encrypts, all of them decrypt. Encrypted text begins with the key's number; the key of an office
 * from before keysets has none.
 *
 * <p>Another process may add a key while this one runs: what cannot be opened is tried again with
 * the file as it is then.
 */
public final class MasterKeys {

    private static final String FILE = "keyset";
    private static final String BEFORE = "master";
    private static final int MARK = 5;

    private final Keys keys;
    private volatile Loaded loaded;

    /** Owned by {@link #loaded}: replaced whole. */
    private record Loaded(String text, KeysetHandle keyset, Aead aead) {}

    MasterKeys(Keys keys) {
        this.keys = keys;
        try {
            AeadConfig.register();
            if (keys.read(FILE).isEmpty()) {
                keys.text(FILE, json(first(keys)));
            }
            loaded = load(keys.read(FILE));
        } catch (GeneralSecurityException damaged) {
            throw new OfficeException(Code.KEYS, "damaged: " + keys.file(FILE), damaged);
        }
    }

    @AccessesPartialKey
    private static KeysetHandle first(Keys keys) throws GeneralSecurityException {
        var keyset = KeysetHandle.newBuilder().addEntry(fresh());
        if (!keys.read(BEFORE).isEmpty()) {
            var access = InsecureSecretKeyAccess.get();
            var bytes = SecretBytes.copyFrom(keys.secret(BEFORE).array(), access);
            var old =
                    AesGcmKey.builder()
                            .setParameters(parameters(AesGcmParameters.Variant.NO_PREFIX))
                            .setKeyBytes(bytes)
                            .build();
            keyset.addEntry(KeysetHandle.importKey(old).withRandomId());
        }
        return keyset.build();
    }

    private static KeysetHandle.Builder.Entry fresh() throws GeneralSecurityException {
        return KeysetHandle.generateEntryFromParameters(parameters(AesGcmParameters.Variant.TINK))
                .withRandomId()
                .makePrimary();
    }

    private static AesGcmParameters parameters(AesGcmParameters.Variant variant)
            throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(variant)
                .build();
    }

    private static String json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private static Loaded load(String text) throws GeneralSecurityException {
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        var aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        return new Loaded(text, keyset, aead);
    }

    public Bytes seal(String about, Bytes plain) {
        try {
            return Bytes.of(loaded.aead().encrypt(plain.array(), Bytes.utf8(about).array()));
        } catch (GeneralSecurityException broken) {
            throw new OfficeException(Code.KEYS, "cannot seal a text of " + about, broken);
        }
    }

    public Bytes open(String about, Bytes sealed) {
        try {
            try {
                return open(loaded, about, sealed);
            } catch (GeneralSecurityException unknown) {
                var text = keys.read(FILE);
                if (text.equals(loaded.text())) {
                    throw unknown;
                }
                loaded = load(text);
                return open(loaded, about, sealed);
            }
        } catch (GeneralSecurityException broken) {
            throw new OfficeException(Code.KEYS, "cannot open a text of " + about, broken);
        }
    }

    private static Bytes open(Loaded keys, String about, Bytes sealed)
            throws GeneralSecurityException {
        return Bytes.of(keys.aead().decrypt(sealed.array(), Bytes.utf8(about).array()));
    }

    /**
     * One master key.
     *
     * @param mark what begins each text that it sealed; empty for the one from before the keyset
     */
    public record Master(String number, Bytes mark, boolean seals) {}

    /** Every master key there is, the one that seals among them. */
    public List<Master> all() {
        var all = new ArrayList<Master>();
        var keyset = loaded.keyset();
        for (int at = 0; at < keyset.size(); at++) {
            var entry = keyset.getAt(at);
            all.add(
                    new Master(
                            Integer.toUnsignedString(entry.getId()),
                            mark(entry.getKey().getIdRequirementOrNull()),
                            entry.isPrimary()));
        }
        return all;
    }

    private static Bytes mark(@org.jspecify.annotations.Nullable Integer id) {
        return id == null
                ? Bytes.of(new byte[0])
                : Bytes.of(ByteBuffer.allocate(MARK).put((byte) 1).putInt(id).array());
    }

    /** A key for one purpose, derived from a master key: the same as long as that one is kept. */
    public static final class Derived {
        private final String number;
        private final Bytes key;

        private Derived(String number, Bytes key) {
            this.number = number;
            this.key = key;
        }

        /** The number of the master key. */
        public String number() {
            return number;
        }

        /** HMAC-SHA256 of a text. */
        public Bytes hash(Bytes text) {
            return hmac(key, text);
        }
    }

    /** The keys for a purpose, one of each master key that there is now in the file. */
    public List<Derived> derived(String purpose) {
        try {
            return derived(fresh(keys.read(FILE)).keyset(), purpose);
        } catch (GeneralSecurityException damaged) {
            throw new OfficeException(Code.KEYS, "damaged: " + keys.file(FILE), damaged);
        }
    }

    /** The key for a purpose that is derived from the master key that seals now. */
    public Derived derivedOfNewest(String purpose) {
        var all = derived(purpose);
        var newest = all().stream().filter(Master::seals).findFirst().orElseThrow();
        return all.stream()
                .filter(one -> one.number().equals(newest.number()))
                .findFirst()
                .orElseThrow();
    }

    private synchronized Loaded fresh(String text) throws GeneralSecurityException {
        if (!text.equals(loaded.text())) {
            loaded = load(text);
        }
        return loaded;
    }

    @AccessesPartialKey
    private static List<Derived> derived(KeysetHandle keyset, String purpose) {
        var all = new ArrayList<Derived>();
        for (int at = 0; at < keyset.size(); at++) {
            var entry = keyset.getAt(at);
            if (entry.getKey() instanceof AesGcmKey key) {
                var bytes = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
                all.add(
                        new Derived(
                                Integer.toUnsignedString(entry.getId()),
                                hmac(Bytes.of(bytes), Bytes.utf8("derive " + purpose))));
            }
        }
        return all;
    }

    private static Bytes hmac(Bytes key, Bytes text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.array(), "HmacSHA256"));
            return Bytes.of(mac.doFinal(text.array()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Whether the newest key sealed this. */
    public boolean isNewest(Bytes sealed) {
        return all().stream()
                .filter(Master::seals)
                .anyMatch(master -> sealed.startsWith(master.mark()));
    }

    /** Adds a key, which seals from now on. The file is on the disk before anything is sealed. */
    public synchronized void add() {
        try {
            loaded = load(keys.read(FILE));
            var more = KeysetHandle.newBuilder(loaded.keyset()).addEntry(fresh()).build();
            replace(more);
        } catch (GeneralSecurityException broken) {
            throw new OfficeException(Code.KEYS, "no key can be added", broken);
        }
    }

    /** Removes a key for good: what it alone can open is lost. */
    public synchronized void forget(Master master) {
        try {
            var fewer = KeysetHandle.newBuilder(loaded.keyset());
            for (int at = fewer.size() - 1; at >= 0; at--) {
                var entry = loaded.keyset().getAt(at);
                if (Integer.toUnsignedString(entry.getId()).equals(master.number())
                        && entry.getStatus().equals(KeyStatus.ENABLED)) {
                    fewer.deleteAt(at);
                }
            }
            replace(fewer.build());
            if (master.mark().array().length == 0) {
                keys.remove(BEFORE);
            }
        } catch (GeneralSecurityException broken) {
            throw new OfficeException(Code.KEYS, "the key cannot be deleted", broken);
        }
    }

    private void replace(KeysetHandle keyset) throws GeneralSecurityException {
        keys.rewrite(FILE, json(keyset));
        loaded = load(keys.read(FILE));
    }
}
