package exeat.store.key;

import exeat.papers.trust.CertificateMaker;
import exeat.papers.trust.CertificateMaker.Subject;
import exeat.papers.trust.SigningKey;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys that seal travel papers: the file {@code seal} of the keys, a PKCS#12 keystore in base64
 * whose password is the file {@code seal.password}. It holds the authority of the state, the signer
 * whose key seals now, and the certificates of authorities before this one. A signer's key is gone
 * when the next one is made: its certificate stands in each paper that it sealed.
 *
 * <p>The state's code stands in {@code seal.state}; until somebody writes one there it is that of
 * Utopia, whose papers no post takes. Another process may rotate while this one runs: the file is
 * read at each use.
 */
public final class SealKeys {

    /** Its name among the keys. */
    public static final String FILE = "seal";

    /** The code of the issuing state (Doc 9303 part 3), a line. */
    public static final String STATE = "seal.state";

    /** The state of specimens. */
    public static final String UTOPIA = "UTO";

    private static final String AUTHORITY = "authority";
    private static final String SIGNER = "signer";
    private static final String EARLIER = "earlier-";
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}");
    private static final int SERIAL = 8;

    /** How long a key seals, and how long after that the last paper under it may be valid. */
    public static final Duration SEALS = Duration.ofDays(365);

    private static final Duration OUTLIVES = Duration.ofDays(5 * 365);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(15 * 365);

    private final Keys keys;
    private Optional<Loaded> loaded = Optional.empty();

    /**
     * Owned by this object: replaced whole.
     *
     * @param signer its key, which takes milliseconds to open and try each time
     */
    private record Loaded(String text, KeyStore store, SigningKey signer) {}

    public SealKeys(Keys keys) {
        this.keys = keys;
    }

    /**
     * What seals.
     *
     * @param state the code of the issuing state
     */
    public record Sealing(String state, SigningKey signer) {

        /** The signer's certificate. */
        public X509Certificate certificate() {
            return signer.certificate();
        }
    }

    /** The address in every seal; the first one that is asked for stays. */
    public static String address(Keys keys, String first) {
        return keys.text("seal.address", first);
    }

    /** The state's code. */
    public String state() {
        boolean training = InstallationKind.of(keys) == InstallationKind.TRAINING;
        var state = training ? UTOPIA : keys.text(STATE, UTOPIA);
        if (!CODE.matcher(state).matches()) {
            throw new OfficeException(
                    Code.KEYS, keys.file(STATE) + " holds no code of a state, such as " + UTOPIA);
        }
        return state;
    }

    /** The key that seals now; made at first, and anew when it is a year old. */
    public synchronized Sealing sealing(Instant now) {
        try {
            var ready = load(now);
            if (isSpent(ready.signer().certificate(), now)) {
                rotate(now);
                ready = load(now);
            }
            return new Sealing(state(), ready.signer());
        } catch (GeneralSecurityException | IOException broken) {
            throw damaged(broken);
        }
    }

    /** Also one made while the clock was ahead: no reader takes it until then. */
    private static boolean isSpent(X509Certificate signer, Instant now) {
        var from = signer.getNotBefore().toInstant();
        return now.isAfter(from.plus(SEALS)) || now.plus(CLOCKS_DIFFER).isBefore(from);
    }

    /** The authorities that readers trust, the one of today first. */
    public synchronized List<X509Certificate> authorities(Instant now) {
        try {
            var store = store(now);
            var all = new ArrayList<X509Certificate>();
            all.add(certificate(store, AUTHORITY));
            for (var name : Collections.list(store.aliases())) {
                if (name.startsWith(EARLIER)) {
                    all.add(certificate(store, name));
                }
            }
            return List.copyOf(all);
        } catch (GeneralSecurityException | IOException broken) {
            throw damaged(broken);
        }
    }

    /** A new signer; the key of the one before is gone. Papers that it sealed still verify. */
    public synchronized X509Certificate rotate(Instant now) {
        try {
            var store = store(now);
            addSigner(store, now);
            save(store);
            return certificate(store, SIGNER);
        } catch (GeneralSecurityException | IOException broken) {
            throw damaged(broken);
        }
    }

    /** A new authority with a new signer. The certificate of the one before is still published. */
    public synchronized X509Certificate succeed(Instant now) {
        try {
            var store = store(now);
            var before = certificate(store, AUTHORITY);
            store.setCertificateEntry(EARLIER + before.getSerialNumber().toString(16), before);
            addAuthority(store, now);
            addSigner(store, now);
            save(store);
            return certificate(store, AUTHORITY);
        } catch (GeneralSecurityException | IOException broken) {
            throw damaged(broken);
        }
    }

    private KeyStore store(Instant now) throws GeneralSecurityException, IOException {
        return load(now).store();
    }

    private Loaded load(Instant now) throws GeneralSecurityException, IOException {
        var text = keys.read(FILE);
        if (text.isEmpty()) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password());
            addAuthority(store, now);
            addSigner(store, now);
            // Of two processes that make one at once, both use the one that was first.
            text = keys.text(FILE, encoded(store));
        }
        var known = loaded;
        if (known.isPresent() && known.get().text().equals(text)) {
            return known.get();
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Bytes.fromBase64(text).array()), password());
        try {
            var key = (PrivateKey) store.getKey(SIGNER, password());
            var fresh = new Loaded(text, store, new SigningKey(certificate(store, SIGNER), key));
            loaded = Optional.of(fresh);
            return fresh;
        } catch (IllegalArgumentException another) {
            throw new GeneralSecurityException(another);
        }
    }

    private void save(KeyStore store) throws GeneralSecurityException, IOException {
        loaded = Optional.empty();
        keys.rewrite(FILE, encoded(store));
    }

    private String encoded(KeyStore store) throws GeneralSecurityException, IOException {
        var out = new ByteArrayOutputStream();
        store.store(out, password());
        return Bytes.of(out.toByteArray()).base64();
    }

    private void addAuthority(KeyStore store, Instant now) throws GeneralSecurityException {
        var pair = pair();
        var name = "Travel papers of " + state();
        var made =
                CertificateMaker.authority(
                        subject(name, now, AUTHORITY_LIFE), pair.getPublic(), pair.getPrivate());
        store.setKeyEntry(AUTHORITY, pair.getPrivate(), password(), new Certificate[] {made});
    }

    private void addSigner(KeyStore store, Instant now) throws GeneralSecurityException {
        var authority = certificate(store, AUTHORITY);
        var by = (PrivateKey) store.getKey(AUTHORITY, password());
        var pair = pair();
        var made =
                CertificateMaker.signer(
                        subject("Seals", now, SEALS.plus(OUTLIVES)),
                        pair.getPublic(),
                        authority,
                        by);
        store.setKeyEntry(SIGNER, pair.getPrivate(), password(), new Certificate[] {made});
    }

    private static Subject subject(String name, Instant now, Duration life) {
        var from = now.truncatedTo(ChronoUnit.SECONDS);
        var serial = new BigInteger(1, Keys.random(SERIAL).array()).max(BigInteger.ONE);
        return new Subject(name, serial, from, from.plus(life));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(KeyStore store, String name)
            throws GeneralSecurityException {
        if (store.getCertificate(name) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException("there is no " + name);
    }

    private char[] password() {
        return keys.password(FILE).toCharArray();
    }

    private OfficeException damaged(Exception broken) {
        return new OfficeException(Code.KEYS, "damaged: " + keys.file(FILE), broken);
    }
}
