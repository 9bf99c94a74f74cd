package exeat.rules.prove.pairs;

import exeat.rules.source.PackException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some pairs of {@link PairsTest}, each alone, so that a fault stops at the first that shows it.
 */
@Tag("full")
class FirstPairsTest {

    /** So many of each kind. */
    private static final long COUNT = Long.getLong("exeat.pairs.first", 30);

    static LongStream seeds() {
        var joint = LongStream.range(RandomLayers.JOINT, RandomLayers.JOINT + COUNT);
        return LongStream.concat(LongStream.range(200, 200 + COUNT), joint);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_pair_is_as_the_judge_says(long seed) throws PackException {
        PairCheck.run(seed, new Tally(7));
    }
}
