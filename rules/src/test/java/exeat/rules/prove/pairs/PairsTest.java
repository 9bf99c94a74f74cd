package exeat.rules.prove.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.prove.Obligation;
import exeat.rules.source.PackException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * Pairs of packs by chance, two or three layers, held to the reference evaluator and to Z3: each
 * verdict, each person shown, each finding over facts partly known, each comparison.
 *
 * <p>{@code ./exeat pairs} runs more of them.
 */
class PairsTest {

    private static final long PAIRS = Long.getLong("exeat.pairs", 80);
    private static final long FROM = Long.getLong("exeat.pairs.from", 0);

    /** After so many a line is printed. */
    private static final long TELL = 5_000;

    @Test
    void what_is_proved_and_shown_of_pairs_by_chance_is_what_the_judge_says() throws PackException {
        var tally = new Tally(4);
        var disagreements = new ArrayList<String>();
        for (long seed = FROM; seed < FROM + PAIRS && disagreements.size() < 20; seed++) {
            try {
                PairCheck.run(seed, tally);
            } catch (AssertionError | RuntimeException wrong) {
                disagreements.add("seed " + seed + ": " + wrong);
                System.out.println("pairs: seed " + seed + ": " + wrong);
            }
            if ((seed - FROM + 1) % TELL == 0) {
                System.out.println("pairs: up to seed " + seed + ": " + tally);
            }
        }
        System.out.println("pairs: " + tally);
        assertThat(disagreements).isEmpty();
        assertThat(tally.three).isGreaterThan(tally.pairs / 5);
        assertThat(tally.linked).isGreaterThan(tally.pairs * 2 / 5);
        assertThat(tally.outputs).isGreaterThan(tally.pairs / 5);
        assertThat(tally.worseByOutput).isGreaterThan(tally.pairs / 25);
        for (var obligation : Obligation.values()) {
            assertThat(tally.share(obligation)).as("%s fails", obligation).isGreaterThan(0.03);
        }
    }
}
