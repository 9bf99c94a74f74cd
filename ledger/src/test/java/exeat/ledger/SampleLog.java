package exeat.ledger;

import exeat.ledger.verify.LogFiles;
import exeat.ledger.verify.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A log in memory, from a seed, whose files a test can damage. */
public final class SampleLog implements LogFiles {

    public static final String ORIGIN = "ledger.example/exeat";

    public final Map<String, byte[]> files = new HashMap<>();
    public final NoteSigner signer;
    public final VerifierKey key;
    public final List<byte[]> entries = new ArrayList<>();
    public final Map<Long, String> checkpoints = new HashMap<>();
    private final Random random;
    private final String origin;
    private MerkleTree tree = MerkleTree.empty();

    public SampleLog(long seed) {
        this(seed, signer(ORIGIN), ORIGIN);
    }

    private SampleLog(long seed, NoteSigner signer, String origin) {
        random = new Random(seed);
        this.signer = signer;
        this.origin = origin;
        key = VerifierKey.parse(signer.verifierKey()).orElseThrow();
        publish();
    }

    /** Another history under the key of that log. */
    public static SampleLog signedAs(SampleLog log, long seed) {
        return new SampleLog(seed, log.signer, log.origin);
    }

    /** The log of a training installation. */
    public static SampleLog training(long seed) {
        var origin = KeyName.TRAINING + seed;
        return new SampleLog(seed, signer(origin), origin);
    }

    /** A witness with a key of its own. */
    public static Cosigner cosigner(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Cosigner(name, pair.getPrivate(), publicKey(pair));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static NoteSigner signer(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(name, pair.getPrivate(), publicKey(pair));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static byte[] publicKey(KeyPair pair) {
        var encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - Hash.LENGTH, encoded.length);
    }

    /** Appends so many entries and publishes a checkpoint over them. */
    public SampleLog grow(int more) {
        var fresh = new ArrayList<byte[]>();
        for (int i = 0; i < more; i++) {
            var entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            fresh.add(entry);
        }
        entries.addAll(fresh);
        var grown = tree.append(fresh.stream().map(Hash::leaf).toList());
        grown.tiles().forEach((tile, bytes) -> files.put(tile.path(), bytes));
        tree = grown.tree();
        for (int from = 0; from < entries.size(); from += Tile.WIDTH) {
            var some = entries.subList(from, Math.min(entries.size(), from + Tile.WIDTH));
            var tile = new Tile(Tile.ENTRIES, from / Tile.WIDTH, some.size());
            files.put(tile.path(), EntryBundle.encode(some));
        }
        publish();
        return this;
    }

    private void publish() {
        var note = signer.sign(new Checkpoint(origin, tree.size(), tree.root()).text());
        files.put("checkpoint", note.getBytes(StandardCharsets.UTF_8));
        checkpoints.put(tree.size(), note);
    }

    /** The checkpoint that was published over so many entries. */
    public String note(long size) {
        return java.util.Objects.requireNonNull(checkpoints.get(size));
    }

    public MerkleTree tree() {
        return tree;
    }

    public TileSource tiles() {
        return tile -> {
            var bytes = files.get(tile.path());
            if (bytes == null) {
                throw new IllegalStateException("no " + tile.path());
            }
            return bytes;
        };
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return Optional.ofNullable(files.get(path));
    }
}
