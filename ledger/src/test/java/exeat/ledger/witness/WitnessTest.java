package exeat.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.ledger.SampleLog;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import exeat.ledger.witness.HeadAnswer.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private final MemoryStore memory = new MemoryStore();
    private final SampleLog log = new SampleLog(7).grow(300).grow(500);
    private final Witness witness = new Witness(SampleLog.cosigner("witness.example/1"));

    @BeforeEach
    void watch() {
        witness.watch(log.key, memory);
    }

    private static HeadRequest asked(SampleLog of, long old, long size) {
        List<Hash> proof =
                old == 0 || old >= size
                        ? List.of()
                        : new MerkleProofs(size, of.tiles()).consistency(old);
        return HeadRequest.of(old, proof, of.note(size));
    }

    private HeadAnswer ask(SampleLog of, long old, long size) {
        return witness.add(asked(of, old, size).text(), NOW);
    }

    @Test
    void it_signs_a_log_that_grows_with_the_time_at_which_it_saw_it() throws Exception {
        for (long[] step : new long[][] {{0, 0}, {0, 300}, {300, 300}, {300, 800}, {800, 800}}) {
            var answer = ask(log, step[0], step[1]);
            assertThat(answer.kind()).as("%d to %d", step[0], step[1]).isEqualTo(Kind.SIGNED);
            var note = SignedNote.parse(log.note(step[1]) + answer.body()).orElseThrow();
            var key = VerifierKey.parse(witness.verifierKey()).orElseThrow();
            assertThat(key.isWitness()).isTrue();
            assertThat(key.signatureOn(note).orElseThrow().time()).contains(NOW);
        }
        var newest = witness.newest(SampleLog.ORIGIN).orElseThrow();
        assertThat(TreeHead.of(newest, log.key).size()).isEqualTo(800);
        assertThat(newest).startsWith(log.note(800)).contains("\u2014 witness.example/1 ");
    }

    @Test
    void it_refuses_a_log_that_was_rolled_back() {
        ask(log, 0, 800);

        assertThat(ask(log, 300, 300)).isEqualTo(new HeadAnswer(Kind.CONFLICT, "800\n"));
        assertThat(ask(log, 0, 300)).isEqualTo(new HeadAnswer(Kind.CONFLICT, "800\n"));
        assertThat(ask(log, 800, 300).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(memory.newest().orElseThrow()).startsWith(log.note(800));
    }

    /** The same key has signed another history: of the same size, and of a greater one. */
    @Test
    void it_refuses_a_fork_though_the_logs_own_key_signed_it() {
        ask(log, 0, 800);
        var fork = SampleLog.signedAs(log, 8).grow(300).grow(500).grow(1);

        assertThat(ask(fork, 800, 800)).isEqualTo(new HeadAnswer(Kind.CONFLICT, "800\n"));
        assertThat(ask(fork, 800, 801).kind()).isEqualTo(Kind.UNPROVED);
        var bare = new HeadRequest(800, List.of(), fork.note(801));
        assertThat(witness.add(bare.text(), NOW).kind()).isEqualTo(Kind.UNPROVED);
        assertThat(memory.newest().orElseThrow()).startsWith(log.note(800));
    }

    @Test
    void it_refuses_a_checkpoint_of_another_key_or_another_log() {
        var other = new SampleLog(7).grow(300);
        assertThat(ask(other, 0, 300).kind()).isEqualTo(Kind.UNSIGNED);
        var changed = log.note(300).replace("\n300\n", "\n301\n");
        assertThat(witness.add(new HeadRequest(0, List.of(), changed).text(), NOW).kind())
                .isEqualTo(Kind.UNSIGNED);
        var elsewhere = log.note(300).replace(SampleLog.ORIGIN, "elsewhere.example/log");
        assertThat(witness.add(new HeadRequest(0, List.of(), elsewhere).text(), NOW).kind())
                .isEqualTo(Kind.UNKNOWN);
        assertThat(memory.newest()).isEmpty();
    }

    @Test
    void what_is_no_request_is_refused() {
        var good = asked(log, 0, 300).text();
        for (var bad :
                List.of(
                        "",
                        "old\n\n" + log.note(300),
                        good.replace("old 0", "old -1"),
                        good.replace("old 0", "old 00"),
                        good.replace("old 0\n", "old 0\nnothash\n"),
                        good.replace("old 0\n", "old 0\nAAAA\n"),
                        good.substring(0, good.length() - 1),
                        "old 0\n\nno checkpoint\n",
                        good + "x".repeat(20_001))) {
            assertThat(witness.add(bad, NOW).kind()).as(bad).isEqualTo(Kind.MALFORMED);
        }
        assertThat(memory.newest()).isEmpty();
    }

    @Test
    void nothing_is_signed_that_is_not_remembered_and_who_got_no_answer_gets_one_later() {
        memory.failure = MemoryStore.Failure.BEFORE;
        assertThatThrownBy(() -> ask(log, 0, 300)).hasMessageContaining("full");
        assertThat(memory.newest()).isEmpty();

        memory.failure = MemoryStore.Failure.AFTER;
        assertThatThrownBy(() -> ask(log, 0, 300)).hasMessageContaining("answer");

        memory.failure = MemoryStore.Failure.NONE;
        assertThat(ask(log, 0, 800)).isEqualTo(new HeadAnswer(Kind.CONFLICT, "300\n"));
        assertThat(ask(log, 300, 800).kind()).isEqualTo(Kind.SIGNED);
    }

    @Test
    void a_witnesss_key_is_no_logs_key() {
        var own = VerifierKey.parse(witness.verifierKey()).orElseThrow();
        assertThatThrownBy(() -> witness.watch(own, memory))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_signs_nothing_of_a_training_installation() {
        var training = SampleLog.training(9).grow(20);
        assertThat(training.key.isTraining()).isTrue();
        assertThat(log.key.isTraining()).isFalse();

        assertThatThrownBy(() -> witness.watch(training.key, new MemoryStore()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proves nothing");
        var answer = ask(training, 0, 20);
        assertThat(answer.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(answer.body()).contains("from training", "no witness signs it");
    }
}
