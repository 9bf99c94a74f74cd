package exeat.rules.decide;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.dmn.HitPolicy;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The results of a table by hit policy. */
class TableTest {

    private static final List<String> ROWS = List.of("low", "high", "middle", "also high");
    private static final List<Integer> RANKS = List.of(2, 0, 1, 0);

    @Test
    void single_policies_give_one_row_at_most() {
        assertThat(hits(HitPolicy.Single.UNIQUE, 2)).containsExactly("middle");
        assertThat(hits(HitPolicy.Single.ANY, 1, 3)).containsExactly("high");
        assertThat(hits(HitPolicy.Single.FIRST, 0, 1, 3)).containsExactly("low");
        assertThat(hits(HitPolicy.Single.PRIORITY, 0, 2, 3)).containsExactly("also high");
        for (var policy : HitPolicy.Single.values()) {
            assertThat(hits(policy)).isEmpty();
        }
    }

    @Test
    void multiple_policies_give_every_row_in_their_order() {
        assertThat(hits(HitPolicy.Multiple.RULE_ORDER, 0, 1, 2))
                .containsExactly("low", "high", "middle");
        assertThat(hits(HitPolicy.Multiple.OUTPUT_ORDER, 0, 1, 2, 3))
                .containsExactly("high", "also high", "middle", "low");
        assertThat(hits(new HitPolicy.Collect(Optional.empty()), 3, 0))
                .containsExactly("low", "also high");
    }

    private static List<String> hits(HitPolicy policy, int... rows) {
        var matched = new BitSet();
        for (int row : rows) {
            matched.set(5 + row);
        }
        matched.set(0, 5); // rules of the tables before
        matched.set(9, 12); // and after
        return new Table<>(policy, 5, ROWS, RANKS).hits(matched);
    }
}
