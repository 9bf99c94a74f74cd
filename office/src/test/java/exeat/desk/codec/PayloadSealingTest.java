package exeat.desk.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.desk.codec.PayloadSealing.TravellerSpan;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed can be read by those alone who have its keys, in every form that there was. */
final class PayloadSealingTest {

    private static final String ONE = "{\"no\":1,\"secret\":\"mine\"}";
    private static final String TWO = "{\"no\":2,\"secret\":\"hers\"}";
    private static final Bytes PLAIN =
            Bytes.utf8("{\"type\":\"applied\",\"travellers\":[" + ONE + "," + TWO + "]}");
    private static final String STREAM = "case/1";
    private static final int NONCE_AND_TAG = 28;

    @TempDir private Path folder = Path.of("");
    private Vault vault = new Vault(Keys.in(Path.of("target")));
    private Vault.StreamKey key = vault.newKey(STREAM);

    @BeforeEach
    void keys() {
        vault = new Vault(Keys.in(folder));
        key = vault.newKey(STREAM);
    }

    private Vault.StreamKey reader(Integer... travellers) {
        var own = new TreeMap<Integer, Bytes>();
        for (int no : travellers) {
            own.put(no, key.wrapped(no));
        }
        return vault.unwrap(STREAM, key.wrapped(), Map.copyOf(own));
    }

    private static List<TravellerSpan> cuts(int first, int second) {
        int from = PLAIN.text().indexOf(ONE);
        int to = from + ONE.length() + 1;
        return List.of(
                new TravellerSpan(first, from, from + ONE.length()),
                new TravellerSpan(second, to, to + TWO.length()));
    }

    @Test
    void each_reader_of_an_event_gets_the_parts_to_which_they_have_the_key() {
        var sealed = PayloadSealing.event(key, 1, PLAIN, cuts(1, 2));

        var whole = PayloadSealing.event(reader(1, 2), 1, sealed).orElseThrow();
        assertThat(whole).isEqualTo(new PayloadSealing.Opened(PLAIN, true));
        var part = PayloadSealing.event(reader(2), 1, sealed).orElseThrow();
        assertThat(part.whole()).isFalse();
        assertThat(part.plain().text()).contains(TWO).doesNotContain("mine");
        assertThat(PayloadSealing.event(reader(), 1, sealed)).isEmpty();
        assertThatThrownBy(() -> PayloadSealing.event(reader(1, 2), 2, sealed))
                .as("in another place")
                .isInstanceOf(OfficeException.class);
    }

    /** One nonce for the whole and its parts is safe only while each has a key of its own. */
    @Test
    void two_parts_of_one_traveller_are_refused() {
        assertThatThrownBy(() -> PayloadSealing.event(key, 1, PLAIN, cuts(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one nonce");
    }

    @Test
    void no_two_events_have_one_nonce_and_no_part_has_one_of_its_own() {
        var text = Bytes.utf8("{\"type\":\"closed\",\"traveller\":1}");
        var all = List.of(new TravellerSpan(1, 0, text.length()));
        var sealed = PayloadSealing.event(key, 1, text, all);
        assertThat(Vault.nonceOf(sealed))
                .isNotEqualTo(Vault.nonceOf(PayloadSealing.event(key, 1, text, all)));
        // Its form, its head and tail of nothing, one part, of whom, and how long.
        int around = 6;
        int tag = 16;
        assertThat(sealed.length())
                .isEqualTo(
                        NONCE_AND_TAG + around + tag + PayloadCompression.packEvent(text).length());
    }

    @Test
    void a_state_is_read_without_the_parts_by_whoever_has_no_key_to_them() {
        var bare = Bytes.utf8("{\"type\":\"case\"}");
        var own = new TreeMap<>(Map.of(1, PayloadCompression.STATES.pack(Bytes.utf8(ONE))));
        var sealed = PayloadSealing.state(key, 3, bare, own);
        assertThat(PayloadSealing.bare(reader(), 3, sealed)).isEqualTo(bare);
        assertThat(PayloadSealing.isParted(reader(), 3, sealed)).isTrue();
        assertThatThrownBy(() -> PayloadSealing.bare(reader(), 4, sealed))
                .isInstanceOf(OfficeException.class);
    }

    @Test
    void what_was_sealed_in_the_first_forms_is_read() throws IOException {
        var node = PayloadCompressionTest.firstEvent(ONE);
        var event = form(4, PayloadCompressionTest.firstEvent("{\"a\":["), "]}", "5", node);
        assertThat(PayloadSealing.event(reader(1), 5, key.sealEvent(5, event)))
                .contains(new PayloadSealing.Opened(Bytes.utf8("{\"a\":[" + ONE + "]}"), true));

        var whole = Bytes.of(new byte[] {5}).then(PayloadCompressionTest.firstEvent("{}"));
        assertThat(PayloadSealing.event(reader(), 6, key.sealEvent(6, whole)))
                .contains(new PayloadSealing.Opened(Bytes.utf8("{}"), true));

        var head = PayloadCompression.FIRST_STATES.pack(Bytes.utf8("{\"type\":\"case\"}"));
        var state = form(3, head, "", "state 7", node);
        assertThat(PayloadSealing.bare(reader(1), 7, key.sealState(7, state)).text())
                .isEqualTo("{\"type\":\"case\"}");
    }

    /** Such a text with a part of the first traveller, as it was laid out then. */
    private Bytes form(int form, Bytes head, String tail, String place, Bytes node)
            throws IOException {
        boolean isShort = form == 4;
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(form);
        var packedTail = tail.isEmpty() ? Bytes.utf8("") : PayloadCompressionTest.firstEvent(tail);
        var part = key.seal(1, place, node);
        for (var piece : List.of(head, packedTail)) {
            number(out, isShort, piece.length());
            out.write(piece.array());
        }
        number(out, isShort, 1);
        number(out, isShort, 1);
        number(out, isShort, part.length());
        out.write(part.array());
        return Bytes.of(bytes.toByteArray());
    }

    private static void number(DataOutputStream out, boolean isShort, int number)
            throws IOException {
        if (isShort) {
            assertThat(number).isLessThan(128);
            out.write(number);
        } else {
            out.writeInt(number);
        }
    }
}
