package exeat.papers.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StatusListTest {

    private static final long SEED = 1;
    private static final int LIMIT = 1 << 20;

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static StatusList inflated(int bits, String hex) {
        return StatusList.inflate(bits, HexFormat.of().parseHex(hex), LIMIT).orElseThrow();
    }

    /** Sections 4.1 to 4.3 of the draft: two lists, their bytes and what they are compressed to. */
    @Test
    void the_drafts_examples_are_packed_and_compressed_as_there() {
        int[] bit = {1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1};
        int[] pair = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
        var one = StatusList.of(1, Arrays.stream(bit));
        var two = StatusList.of(2, Arrays.stream(pair));
        assertThat(hex(one.compressed())).isEqualTo("78dadbb918000217015d");
        assertThat(hex(two.compressed())).isEqualTo("78da3be9f2130003df0207");
        assertThat(inflated(1, "78dadbb918000217015d")).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(inflated(2, "78da3be9f2130003df0207")).isEqualTo(two).isNotEqualTo(one);
        for (int i = 0; i < bit.length; i++) {
            assertThat(one.status(i)).hasValue(bit[i]);
        }
        for (int i = 0; i < pair.length; i++) {
            assertThat(two.status(i)).hasValue(pair[i]);
        }
        assertThat(one.status(16)).isEmpty();
        assertThat(one.status(-1)).isEmpty();
        assertThat(one.status(Long.MAX_VALUE)).isEmpty();
    }

    /**
     * The vectors of the appendix: these statuses of 2^20, and the length of what they become. Not
     * to the byte, since not every Java has the same zlib.
     */
    @Test
    void the_lists_of_the_drafts_appendix_become_as_short_as_there() {
        int[] set = {
            0, 1993, 25460, 159495, 495669, 554353, 645645, 723232, 854545, 934534, 1000345
        };
        var one = StatusList.revoking(1 << 20, IntStream.of(set));
        assertThat(one.compressed().length).isCloseTo(0xbd, withinPercentage(10));
        for (int index : set) {
            assertThat(one.status(index)).hasValue(1);
        }
        assertThat(IntStream.range(0, 1 << 20).map(i -> one.status(i).orElseThrow()).sum())
                .isEqualTo(set.length);
        var statuses = new int[1 << 20];
        int[] values = {1, 2, 1, 3, 1, 1, 2, 1, 1, 2, 3};
        for (int i = 0; i < set.length; i++) {
            statuses[set[i]] = values[i];
        }
        assertThat(StatusList.of(2, Arrays.stream(statuses)).compressed().length)
                .isCloseTo(0x13d, withinPercentage(10));
    }

    @Test
    void every_width_gives_back_what_was_put_in() {
        var random = new Random(SEED);
        for (int bits : List.of(1, 2, 4, 8)) {
            var statuses = random.ints(1_001, 0, 1 << bits).toArray();
            var list = StatusList.of(bits, Arrays.stream(statuses));
            var again = StatusList.inflate(bits, list.compressed(), LIMIT).orElseThrow();
            for (int i = 0; i < statuses.length; i++) {
                assertThat(again.status(i)).hasValue(statuses[i]);
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.of(3, IntStream.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.of(1, IntStream.of(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusList.revoking(8, IntStream.of(8)));
    }

    /** Random indexes are the worst case: nothing is left for compression but how few there are. */
    @Test
    void a_hundredth_of_a_million_papers_is_revoked_in_15_kilobytes() {
        assertThat(size(1_000_000)).isBetween(10_000, 15_000);
    }

    private static int size(int papers) {
        return oneInAHundred(papers).compressed().length;
    }

    static StatusList oneInAHundred(int papers) {
        var random = new Random(SEED);
        var revoked = new BitSet(papers);
        for (int left = papers / 100; left > 0; ) {
            int index = random.nextInt(papers);
            left -= revoked.get(index) ? 0 : 1;
            revoked.set(index);
        }
        return StatusList.revoking(papers, revoked.stream());
    }

    /** A second and a half of compression. */
    @Tag("full")
    @Test
    void ten_million_papers_take_142_kilobytes() {
        assertThat(size(10_000_000)).isBetween(100_000, 142_000);
    }

    @Test
    void what_unpacks_beyond_the_limit_or_not_at_all_is_refused() {
        var bomb = deflated(new byte[LIMIT + 1], new byte[0]);
        assertThat(bomb).hasSizeLessThan(2_000);
        assertThat(StatusList.inflate(1, bomb, LIMIT)).isEmpty();
        assertThat(StatusList.inflate(1, deflated(new byte[LIMIT], new byte[0]), LIMIT))
                .isPresent();

        var good = StatusList.revoking(64, IntStream.of(3)).compressed();
        assertThat(StatusList.inflate(1, good, LIMIT)).isPresent();
        assertThat(StatusList.inflate(3, good, LIMIT)).isEmpty();
        for (int length = 0; length < good.length; length++) {
            assertThat(StatusList.inflate(1, Arrays.copyOf(good, length), LIMIT)).isEmpty();
        }
        assertThat(StatusList.inflate(1, Arrays.copyOf(good, good.length + 1), LIMIT)).isEmpty();
        assertThat(StatusList.inflate(1, deflated(new byte[9], new byte[] {1, 2}), LIMIT))
                .isEmpty();
    }

    /** A dictionary is something that a stranger's list must not ask for. */
    private static byte[] deflated(byte[] bytes, byte[] dictionary) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }
}
