package exeat.desk.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.desk.Samples;
import exeat.store.Bytes;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PayloadCompressionTest {

    private static void same(Bytes plain) {
        assertThat(PayloadCompression.STATES.unpack(PayloadCompression.STATES.pack(plain)))
                .isEqualTo(plain);
        assertThat(PayloadCompression.unpackEvent(PayloadCompression.packEvent(plain)))
                .isEqualTo(plain);
        assertThat(
                        PayloadCompression.FIRST_STATES.unpack(
                                PayloadCompression.FIRST_STATES.pack(plain)))
                .isEqualTo(plain);
    }

    /** A short event, or a piece of one, as it was packed at first. */
    static Bytes firstEvent(String text) {
        return new PayloadCompression("packing-2.txt", true).pack(Bytes.utf8(text));
    }

    /** Bytes as they were stored. */
    @Test
    void what_was_packed_at_first_is_read() {
        assertThat(
                        PayloadCompression.unpackFirstEvent(
                                Bytes.of(HexFormat.of().parseHex("0000001fc35b4219d60200"))))
                .isEqualTo(Bytes.utf8("{\"type\":\"closed\",\"traveller\":1}"));
        assertThat(
                        PayloadCompression.FIRST_STATES.unpack(
                                Bytes.of(HexFormat.of().parseHex("0000001ec3a8c6908be15a00"))))
                .isEqualTo(Bytes.utf8("{\"type\":\"case\",\"archive\":null}"));
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
            var plain = JsonCodec.write((CaseState) Samples.of(CaseState.class, full));
            same(plain);
            assertThat(PayloadCompression.STATES.pack(plain).length())
                    .isLessThan(plain.length() / 3);
        }
    }

    @Test
    void an_event_becomes_much_smaller() {
        for (var type : List.of(TravellerEvent.Found.class, CaseEvent.Applied.class)) {
            var plain = JsonCodec.write((Event) Samples.of(type, true));
            same(plain);
            assertThat(PayloadCompression.packEvent(plain).length()).isLessThan(plain.length() / 3);
        }
    }

    /** Whatever changes it makes everything unreadable that was stored before. */
    @ParameterizedTest
    @CsvSource({
        "packing-1.txt, 1af3c80dd9d00c22eb88a2a4aea86c0e6f3845ffb2da37cd93e675c7c72abf62",
        "packing-2.txt, 15490958ebc9503acefda5db80443ae2413ce699e5fd2f9b1f1152afcb629066",
        "packing-3.txt, 44d2983c7acc2b580c133c3f3705ed830005dbdd6ada465ad6c0a75b441c8035",
        "packing-4.txt, c08eceff0f3409f20310bc2b7a1ac57e13e4be4dd0b520d9568e95349d7e3743",
        "packing-5.txt, a103be51f28292a20e6d2a3e6c7afc0db2798b018b9bbd9af895ebfa18ec40ed"
    })
    void a_fixed_text_never_changes(String text, String hash) throws IOException {
        try (var in = PayloadCompression.class.getResourceAsStream("/exeat/desk/" + text)) {
            assertThat(Bytes.of(in.readAllBytes()).sha256().hex()).isEqualTo(hash);
        }
    }

    @Test
    void broken_bytes_are_refused() {
        var packed =
                PayloadCompression.STATES.pack(
                        JsonCodec.write((CaseState) Samples.of(CaseState.class, true)));
        var random = new Random(8);
        for (int turn = 0; turn < 20_000; turn++) {
            var broken = packed.array();
            int at = random.nextInt(broken.length);
            broken[at] = (byte) random.nextInt();
            try {
                // A letter may be another letter: the seal says so, and not this.
                assertThat(PayloadCompression.STATES.unpack(Bytes.of(broken))).isNotNull();
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageStartingWith("what was packed");
            }
        }
        assertThatThrownBy(() -> PayloadCompression.STATES.unpack(Bytes.utf8("\u007f")))
                .isInstanceOf(IllegalStateException.class);
    }
}
