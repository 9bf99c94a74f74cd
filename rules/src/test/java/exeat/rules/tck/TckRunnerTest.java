package exeat.rules.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.rules.Packs;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.Zone;
import exeat.rules.tck.TckRunner.Result;
import exeat.rules.tck.TckRunner.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The DMN technology compatibility kit, where it lies beside the checkout. */
class TckRunnerTest {

    private static final Optional<DateTime> NOW =
            Optional.of(new DateTime(LocalDateTime.of(2026, 11, 24, 12, 0), Zone.Offset.UTC));

    @Test
    void level_2_passes_whole() throws IOException {
        var outcomes = TckRunner.run(kit("level-2"), NOW);
        assertThat(outcomes).filteredOn(one -> one.verdict() != Verdict.PASSED).isEmpty();
        assertThat(outcomes).hasSize(116);
    }

    /** What is refused: functions in Java, imports, an unknown function, and a list of one. */
    @Test
    void in_level_3_nothing_fails_and_little_is_refused() throws IOException {
        var outcomes = TckRunner.run(kit("level-3"), NOW);
        assertThat(of(outcomes, Verdict.FAILED)).isEmpty();
        assertThat(of(outcomes, Verdict.REFUSED)).hasSizeLessThanOrEqualTo(23);
        assertThat(of(outcomes, Verdict.PASSED)).hasSizeGreaterThanOrEqualTo(2_440);
    }

    private static List<Result> of(List<Result> outcomes, Verdict verdict) {
        return outcomes.stream().filter(one -> one.verdict() == verdict).toList();
    }

    /** The kit's folder beside the checkout, or beside the folder of several. */
    private static Path kit(String level) {
        var near = Packs.root().resolve("../shared/data/dmn-tck").resolve(level);
        var far = Packs.root().resolve("../../shared/data/dmn-tck").resolve(level);
        var kit = Files.isDirectory(near) ? near : far;
        assumeTrue(Files.isDirectory(kit), "shared/data/dmn-tck does not lie beside this checkout");
        return kit;
    }
}
