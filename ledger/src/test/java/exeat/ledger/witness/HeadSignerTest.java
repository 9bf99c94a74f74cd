package exeat.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.Checkpoint;
import exeat.ledger.MerkleProofs;
import exeat.ledger.SampleLog;
import exeat.ledger.verify.LogCheck;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.witness.HeadAnswer.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadSignerTest {

    private final MemoryStore memory = new MemoryStore();
    private final SampleLog log = new SampleLog(7).grow(300).grow(500);
    private final HeadSigner signer = new HeadSigner(log.signer, memory);

    private HeadAnswer ask(SampleLog of, long old, long size) {
        var proofs = new MerkleProofs(size, of.tiles());
        var proof =
                old == 0 || old == size ? List.<exeat.ledger.Hash>of() : proofs.consistency(old);
        var text = new Checkpoint(SampleLog.ORIGIN, size, proofs.root(size)).text();
        return signer.sign(HeadRequest.of(old, proof, text).text());
    }

    @Test
    void it_signs_what_was_only_added_to_and_the_log_holds() throws Exception {
        assertThat(ask(log, 0, 300)).isEqualTo(new HeadAnswer(Kind.SIGNED, log.note(300)));
        assertThat(ask(log, 300, 800)).isEqualTo(new HeadAnswer(Kind.SIGNED, log.note(800)));
        assertThat(ask(log, 800, 800))
                .as("the same again")
                .extracting(HeadAnswer::kind)
                .isEqualTo(Kind.SIGNED);
        assertThat(LogCheck.check(log.key, log, List.of(log.note(300))).wrong()).isEmpty();
        assertThat(TreeHead.of(memory.newest().orElseThrow(), log.key).size()).isEqualTo(800);
    }

    /** Whoever has the database and the folders, and asks as the office does. */
    @Test
    void it_does_not_sign_a_history_that_was_rewritten_or_set_back() {
        ask(log, 0, 800);
        var rewritten = new SampleLog(8).grow(800).grow(50);

        assertThat(ask(rewritten, 800, 850).kind()).isEqualTo(Kind.UNPROVED);
        assertThat(ask(rewritten, 800, 800).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(ask(rewritten, 0, 850)).isEqualTo(new HeadAnswer(Kind.CONFLICT, "800\n"));
        assertThat(ask(log, 300, 300)).isEqualTo(new HeadAnswer(Kind.CONFLICT, "800\n"));
        assertThat(memory.newest()).contains(log.note(800));
    }

    @Test
    void it_signs_nothing_but_checkpoints_of_its_own_log() {
        var root = log.tree().root();
        var other = new Checkpoint("elsewhere.example/log", 800, root).text();
        assertThat(signer.sign(new HeadRequest(0, List.of(), other).text()).kind())
                .isEqualTo(Kind.UNKNOWN);
        var longer = new Checkpoint(SampleLog.ORIGIN, 800, root).text() + "and more\n";
        assertThat(signer.sign(new HeadRequest(0, List.of(), longer).text()).kind())
                .isEqualTo(Kind.UNKNOWN);
        assertThat(signer.sign("sign this, please\n").kind()).isEqualTo(Kind.MALFORMED);
        assertThat(memory.newest()).isEmpty();
    }
}
