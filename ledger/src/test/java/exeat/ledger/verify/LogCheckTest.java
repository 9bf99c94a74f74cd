package exeat.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.ledger.SampleLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    private static final long SEED = 41;

    private static List<String> wrong(SampleLog log, String... earlier) throws IOException {
        return LogCheck.check(log.key, log, List.of(earlier)).wrong();
    }

    @Test
    void a_log_of_any_size_is_verified() throws IOException {
        for (int size : new int[] {0, 1, 255, 256, 257, 600, 65_536, 66_000}) {
            assertThat(wrong(new SampleLog(SEED).grow(size))).as("%d", size).isEmpty();
        }
    }

    @Test
    void a_log_is_checked_against_every_earlier_checkpoint() throws IOException {
        var log = new SampleLog(SEED).grow(100).grow(400).grow(256);
        var earlier = log.checkpoints.values().toArray(String[]::new);
        var verdict = LogCheck.check(log.key, log, List.of(earlier));
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.shown()).anyMatch(s -> s.contains("begins with the 500 entries"));
    }

    @Test
    void a_bit_flipped_in_any_file_is_found_there() throws IOException {
        var random = new Random(SEED);
        var paths = new SampleLog(SEED).grow(66_000).files.keySet().stream().sorted().toList();
        for (int i = 0; i < 60; i++) {
            var log = new SampleLog(SEED).grow(700);
            var present = paths.stream().filter(log.files::containsKey).toList();
            var path = present.get(random.nextInt(present.size()));
            var bytes = Objects.requireNonNull(log.files.get(path));
            if (bytes.length == 0) {
                continue;
            }
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            var wrong = wrong(log);
            assertThat(wrong).as("seed %d, %s", SEED, path).isNotEmpty();
            if (!path.equals("checkpoint")) {
                assertThat(wrong).as("seed %d, %s", SEED, path).anyMatch(s -> s.contains(path));
            }
        }
    }

    @Test
    void it_says_whether_entries_or_tiles_were_changed() throws IOException {
        var log = new SampleLog(SEED).grow(300);
        Objects.requireNonNull(log.files.get("tile/0/000"))[33] ^= 1;
        assertThat(wrong(log))
                .anyMatch(s -> s.startsWith("entry 1, number 1 in tile/entries/000"))
                .anyMatch(s -> s.contains("tiles were changed"));
        var other = new SampleLog(SEED).grow(300);
        var bundle = Objects.requireNonNull(other.files.get("tile/entries/000"));
        bundle[bundle.length - 1] ^= 1;
        assertThat(wrong(other)).anyMatch(s -> s.contains("entries were changed"));
    }

    @Test
    void a_missing_file_and_a_forged_checkpoint_are_reported() throws IOException {
        var log = new SampleLog(SEED).grow(300);
        log.files.remove("tile/entries/001.p/44");
        assertThat(wrong(log)).anyMatch(s -> s.startsWith("tile/entries/001.p/44 is not there"));
        var none = new SampleLog(SEED).grow(3);
        none.files.remove("checkpoint");
        assertThat(wrong(none)).containsExactly("there is no checkpoint");
        var forged = new SampleLog(SEED).grow(3);
        var note = forged.note(3).replace("\n3\n", "\n2\n");
        forged.files.put("checkpoint", note.getBytes(StandardCharsets.UTF_8));
        assertThat(wrong(forged)).anyMatch(s -> s.contains("forged or damaged"));
    }

    /**
     * A different history with the same key: a log's owner could do this, and an older note shows
     * it.
     */
    @Test
    void a_rewritten_or_shortened_history_is_found_by_an_earlier_checkpoint() throws IOException {
        var log = new SampleLog(SEED).grow(500);
        var held = log.note(500);
        var shorter = new SampleLog(SEED).grow(400);
        shorter.files.put("checkpoint", resigned(log, shorter));
        assertThat(LogCheck.check(log.key, shorter, List.of(held)).wrong())
                .anyMatch(s -> s.contains("has only 400 entries") && s.contains("over 500"));
        var rewritten = new SampleLog(SEED + 1).grow(600);
        rewritten.files.put("checkpoint", resigned(log, rewritten));
        assertThat(LogCheck.check(log.key, rewritten, List.of(held)).wrong())
                .anyMatch(s -> s.contains("history was rewritten before entry 500"));
    }

    private static byte[] resigned(SampleLog owner, SampleLog other) {
        var tree = other.tree();
        var text = new exeat.ledger.Checkpoint(SampleLog.ORIGIN, tree.size(), tree.root()).text();
        return owner.signer.sign(text).getBytes(StandardCharsets.UTF_8);
    }
}
