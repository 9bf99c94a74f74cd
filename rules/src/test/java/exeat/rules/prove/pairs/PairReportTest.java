package exeat.rules.prove.pairs;

import exeat.rules.Golden;
import exeat.rules.Packs;
import exeat.rules.prove.Prover;
import exeat.rules.prove.ReportText;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole reports of some pairs by chance, whose verdicts and people {@link FirstPairsTest} holds
 * to the judge: what they say, and in which order.
 */
class PairReportTest {

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.range(200, 215),
                LongStream.range(RandomLayers.JOINT, RandomLayers.JOINT + 25));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_report_is_the_expected_one(long seed) throws PackException, IOException {
        var made = PairCheck.made(seed);
        var text = made.map(packs -> ReportText.of(Prover.of(packs.low()))).orElse("no packs\n");
        var expected =
                Packs.root().resolve("rules/src/test/resources/proofs/pairs/" + seed + ".txt");
        Golden.check(expected, text);
    }
}
