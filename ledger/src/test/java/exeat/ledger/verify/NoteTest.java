package exeat.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.ledger.SampleLog;
import exeat.ledger.verify.TreeHead.Unproven;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class NoteTest {

    /** The key of Go's checksum database, and one of the heads that it has published. */
    private static final String GO_KEY =
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    private static final String GO_HEAD =
            """
            go.sum database tree
            6476701
            mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=

            \u2014 sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xb\
            FIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=
            """;

    @Test
    void a_note_of_another_log_is_read_and_its_signature_holds() throws Exception {
        var key = VerifierKey.parse(GO_KEY).orElseThrow();
        var note = SignedNote.parse(GO_HEAD).orElseThrow();
        assertThat(key.signatureOn(note)).isPresent();
        assertThat(TreeHead.of(note).orElseThrow().size()).isEqualTo(6476701);
        var changed = SignedNote.parse(GO_HEAD.replace("6476701", "6476702")).orElseThrow();
        assertThatThrownBy(() -> key.signatureOn(changed))
                .isInstanceOf(VerifierKey.WrongSignature.class);
    }

    @Test
    void a_key_that_does_not_match_its_own_id_is_rejected() {
        assertThat(VerifierKey.parse(GO_KEY.replace("033de0ae", "033de0af"))).isEmpty();
        assertThat(VerifierKey.parse(GO_KEY.replace("sum.", "sun."))).isEmpty();
        assertThat(VerifierKey.parse("nothing")).isEmpty();
        assertThat(VerifierKey.parse("a+b+c")).isEmpty();
    }

    @Test
    void a_signed_note_verifies_and_a_changed_one_does_not() throws Exception {
        var log = new SampleLog(1).grow(3);
        var note = log.note(3);
        assertThat(TreeHead.of(note, log.key).size()).isEqualTo(3);
        assertThatThrownBy(() -> TreeHead.of(note.replace("\n3\n", "\n4\n"), log.key))
                .isInstanceOf(Unproven.class)
                .hasMessageContaining("forged or damaged");
        assertThatThrownBy(() -> TreeHead.of(note, new SampleLog(1).key))
                .isInstanceOf(Unproven.class)
                .hasMessageContaining("not signed by");
        assertThatThrownBy(() -> TreeHead.of("hello\n", log.key)).isInstanceOf(Unproven.class);
    }

    @Test
    void a_witness_signs_the_text_and_its_time() throws Exception {
        var log = new SampleLog(1).grow(2);
        var text = SignedNote.parse(log.note(2)).orElseThrow().text();
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        var named = ByteBuffer.allocate(33).put((byte) 4).put(raw).array();
        var name = "witness.example/w1";
        var id = Arrays.copyOf(MerkleHash.of(utf8(name + "\n"), named), 4);
        var key =
                VerifierKey.parse(
                                name
                                        + "+"
                                        + HexFormat.of().formatHex(id)
                                        + "+"
                                        + Base64.getEncoder().encodeToString(named))
                        .orElseThrow();
        assertThat(key.isWitness()).isTrue();

        var cosigned = cosigned(log.note(2), text, pair.getPrivate(), name, id);
        assertThat(key.signatureOn(SignedNote.parse(cosigned).orElseThrow())).isPresent();
        assertThat(TreeHead.of(cosigned, log.key).size()).isEqualTo(2);
        var moved = SignedNote.parse(cosigned.replace("\n2\n", "\n1\n")).orElseThrow();
        assertThatThrownBy(() -> key.signatureOn(moved))
                .isInstanceOf(VerifierKey.WrongSignature.class);
    }

    private static String cosigned(String note, String text, PrivateKey key, String name, byte[] id)
            throws Exception {
        long seconds = 1_790_000_000L;
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(utf8("cosignature/v1\ntime " + seconds + "\n" + text));
        var line =
                ByteBuffer.allocate(4 + 8 + 64)
                        .put(id)
                        .putLong(seconds)
                        .put(signature.sign())
                        .array();
        return note + "\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
