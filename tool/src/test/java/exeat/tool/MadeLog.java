package exeat.tool;

import exeat.ledger.Checkpoint;
import exeat.ledger.EntryBundle;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.ledger.MerkleTree;
import exeat.ledger.NoteSigner;
import exeat.ledger.Tile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A signed log in a folder, as a site serves it. */
final class MadeLog {

    final Path folder;
    final NoteSigner signer;

    MadeLog(Path folder) {
        this(folder, "ledger.example/exeat");
    }

    MadeLog(Path folder, String name) {
        this.folder = folder;
        this.signer = signer(name);
    }

    private static NoteSigner signer(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new NoteSigner(name, pair.getPrivate(), raw);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What the log says of itself at one size: its signed head, and what proves its entries. */
    record Head(String note, MerkleProofs proofs) {}

    /** Writes a log of these entries over whatever was there. */
    Head write(List<byte[]> entries) throws IOException {
        int size = entries.size();
        var grown = MerkleTree.empty().append(entries.stream().map(Hash::leaf).toList());
        for (var tile : grown.tiles().entrySet()) {
            write(tile.getKey().path(), tile.getValue());
        }
        for (int from = 0; from < size; from += Tile.WIDTH) {
            var some = entries.subList(from, Math.min(size, from + Tile.WIDTH));
            var bundle = new Tile(Tile.ENTRIES, from / Tile.WIDTH, some.size());
            write(bundle.path(), EntryBundle.encode(some));
        }
        var note = signer.sign(new Checkpoint(signer.name(), size, grown.tree().root()).text());
        write("checkpoint", note.getBytes(StandardCharsets.UTF_8));
        return new Head(
                note,
                new MerkleProofs(size, tile -> Objects.requireNonNull(grown.tiles().get(tile))));
    }

    private void write(String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
    }
}
