package exeat.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Pieces of the write-ahead log are in order across the place where their upper part changes. */
class WalSegmentTest {

    @Test
    void names_follow_each_other_across_the_upper_part() {
        assertThat(WalSegment.between("0000000100000001000000FE", "000000010000000200000001"))
                .containsExactly(
                        "0000000100000001000000FE",
                        "0000000100000001000000FF",
                        "000000010000000200000000",
                        "000000010000000200000001");
    }

    @Test
    void a_name_is_read_and_written_as_it_is() {
        var name = "0000000A000000FF000000FF";
        assertThat(WalSegment.of(name).name()).isEqualTo(name);
        assertThat(WalSegment.of(name)).isEqualTo(new WalSegment(10, 256 * 255 + 255));
    }

    @Test
    void what_is_no_name_and_what_is_no_order_is_refused() {
        assertThat(WalSegment.isName("00000001.history")).isFalse();
        assertThat(WalSegment.isName("../000000010000000200000001")).isFalse();
        assertThatThrownBy(() -> WalSegment.of("x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        WalSegment.between("000000010000000200000001", "000000010000000200000000"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        WalSegment.between("000000010000000200000001", "000000020000000200000002"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
