package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.State.CaseState;
import exeat.store.Bytes;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PackingTest {

    private static void same(Bytes plain) {
        assertThat(Packing.unpack(Packing.pack(plain))).isEqualTo(plain);
    }

    @Test
    void every_text_comes_back() {
        var random = new Random(7);
        for (int turn = 0; turn < 20_000; turn++) {
            var text = new byte[random.nextInt(turn % 100 == 0 ? 20_000 : 60)];
            int letters = 1 + random.nextInt(turn % 3 == 0 ? 2 : 255);
            for (int at = 0; at < text.length; at++) {
                text[at] = (byte) random.nextInt(letters);
            }
            same(Bytes.of(text));
        }
        same(Bytes.utf8(""));
        same(Bytes.utf8("a".repeat(1_000_000)));
    }

    @Test
    void a_state_becomes_much_smaller() {
        for (boolean full : new boolean[] {true, false}) {
            var plain = Codec.write((CaseState) Samples.of(CaseState.class, full));
            same(plain);
            assertThat(Packing.pack(plain).length()).isLessThan(plain.length() / 3);
        }
    }

    /** Whatever changes it makes every state unreadable that was stored before. */
    @Test
    void the_fixed_text_never_changes() throws IOException {
        try (var in = Packing.class.getResourceAsStream("/exeat/desk/packing-1.txt")) {
            assertThat(Bytes.of(in.readAllBytes()).sha256().hex())
                    .isEqualTo("1af3c80dd9d00c22eb88a2a4aea86c0e6f3845ffb2da37cd93e675c7c72abf62");
        }
    }

    @Test
    void what_is_broken_is_refused() {
        var packed = Packing.pack(Codec.write((CaseState) Samples.of(CaseState.class, true)));
        var random = new Random(8);
        for (int turn = 0; turn < 20_000; turn++) {
            var broken = packed.array();
            int at = random.nextInt(broken.length);
            broken[at] = (byte) random.nextInt();
            try {
                // A letter may be another letter: the seal says so, and not this.
                assertThat(Packing.unpack(Bytes.of(broken))).isNotNull();
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageStartingWith("what was packed");
            }
        }
        assertThatThrownBy(() -> Packing.unpack(Bytes.utf8("\u007f")))
                .isInstanceOf(IllegalStateException.class);
    }
}
