package exeat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.Checkpoint;
import exeat.ledger.Hash;
import exeat.ledger.NoteSigner;
import exeat.ledger.Tile;
import exeat.ledger.verify.ReceiptCheck;
import exeat.ledger.verify.ReceiptFile;
import exeat.ledger.verify.SampleCheck;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a stranger checks: signed notes, keys, paths of tiles, receipts, draws of an auditor. */
final class NoteTarget implements Target {

    private final NoteSigner signer = signer();
    private final VerifierKey key = VerifierKey.parse(signer.verifierKey()).orElseThrow();

    private static NoteSigner signer() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
            var plain = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new NoteSigner("ledger.example/fuzz", pair.getPrivate(), plain);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void run(byte[] input) throws Exception {
        var text = new String(input, StandardCharsets.UTF_8);
        SignedNote.parse(text)
                .ifPresent(note -> {
                    note.signatures().forEach(SignedNote.Signature::time);
                    var lines =
                            note.signatures().stream()
                                    .map(signature -> signature.line() + "\n")
                                    .collect(Collectors.joining());
                    assertThat(SignedNote.parse(note.text() + "\n" + lines)).contains(note);
                });
        VerifierKey.parse(text);
        Tile.parse(text).ifPresent(tile -> assertThat(Tile.parse(tile.path())).contains(tile));
        try {
            TreeHead.of(text, key);
            ReceiptCheck.note(ReceiptFile.text(input));
        } catch (TreeHead.Unproven declared) {
            assertThat(declared.getMessage()).isNotNull();
        }
        assertThat(ReceiptCheck.check(text, key)).isNotNull();
        assertThat(SampleCheck.check(text, key)).isNotNull();
    }

    @Override
    public List<byte[]> seeds() {
        var root = Hash.leaf(new byte[] {1});
        var note = signer.sign(new Checkpoint("ledger.example/fuzz", 300, root).text());
        var receipt =
                """
                {"format":"exeat-receipt-1","number":"EX-7KQ4M2","checkpoint":%s,"steps":[{"stream":\
                "case/1","sequence":1,"type":"applied","at":"2026-09-02T01:00:00.000004Z","actor":\
                "party/1","second":"","payloadHash":"%s","leaf":"%s","index":0,"proof":["%s"],\
                "payload":{"salt":"c2l4dGVlbiBieXRlcyEhIQ==","text":"{}"}}],"waiting":[]}\
                """
                        .formatted(
                                "\"" + note.replace("\n", "\\n") + "\"",
                                "00".repeat(32),
                                "11".repeat(32),
                                "22".repeat(32));
        return List.of(
                note.getBytes(StandardCharsets.UTF_8),
                signer.verifierKey().getBytes(StandardCharsets.UTF_8),
                "tile/0/x001/x234/067.p/8".getBytes(StandardCharsets.UTF_8),
                receipt.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> words() {
        return List.of(
                "\u2014 ",
                "ledger.example/fuzz",
                "\n\n",
                "tile/",
                "x001/",
                ".p/",
                "entries",
                "steps",
                "proof",
                "payload",
                "checkpoint",
                "{\"",
                "\":",
                "AAAA",
                "==",
                "+",
                "300\n");
    }
}
