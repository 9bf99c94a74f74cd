package exeat.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightLearnerTest {

    private static final long SEED = 17;
    private static final int PAIRS = 40_000;

    /** Of a pair of one person, the share that has the first level of each feature. */
    private static final double RIGHT = 0.9;

    private static final double CHANCE = 0.02;

    private final Random chance = new Random(SEED);

    private EntryAgreement pair(double first) {
        int code = 0;
        for (var feature : Feature.values()) {
            boolean agrees = chance.nextDouble() < first;
            int last = feature.levels().size() - 1;
            code = EntryAgreement.with(code, feature, agrees ? 0 : last);
        }
        return new EntryAgreement(code, List.of());
    }

    private List<EntryAgreement> mixture(double share) {
        var pairs = new ArrayList<EntryAgreement>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(pair(i < PAIRS * share ? RIGHT : CHANCE));
        }
        return pairs;
    }

    /**
     * Pairs are made with known probabilities, nobody tells it which are which, and it finds out.
     */
    @Test
    void it_finds_the_probabilities_that_pairs_were_made_with() {
        var learner = new WeightLearner(mixture(0));
        assertThat(learner.learn(mixture(0.25), Feature.BIRTH)).isCloseTo(0.25, within(0.01));
        assertThat(learner.learn(mixture(0.05), Feature.NAME)).isCloseTo(0.05, within(0.01));
        var weights = learner.weights();
        for (var feature : Feature.values()) {
            int last = feature.levels().size() - 1;
            assertThat(weights.same(feature).getFirst()).isCloseTo(RIGHT, within(0.02));
            assertThat(weights.chance(feature).getFirst()).isCloseTo(CHANCE, within(0.005));
            assertThat(weights.weight(feature, 0)).isCloseTo(5.5, within(0.5));
            assertThat(weights.weight(feature, last)).isNegative();
        }
    }

    @Test
    void what_the_pairs_share_is_not_learned_from_them() {
        var learner = new WeightLearner(mixture(0));
        learner.learn(mixture(0.25), Feature.BIRTH);
        int levels = Feature.BIRTH.levels().size();
        assertThat(learner.weights().same(Feature.BIRTH))
                .allSatisfy(share -> assertThat(share).isCloseTo(1.0 / levels, within(1e-9)));
    }
}
