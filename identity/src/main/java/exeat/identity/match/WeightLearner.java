package exeat.identity.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns weights from pairs of which nobody said whether they are of one person. Pairs at random
 * are of two people, and give u. Pairs that share one feature, such as the day of birth, are a
 * mixture: expectation and maximisation part it, and give m for all features but the one that they
 * share.
 *
 * @see <a href="https://moj-analytical-services.github.io/splink/">Splink, which learns so too</a>
 */
public final class WeightLearner {

    private static final int ROUNDS = 100;
    private static final double ENOUGH = 1e-7;

    /** Counted beside what was seen, so that no level is impossible. */
    private static final double UNSEEN = 0.2;

    /** The assumed share of pairs that agree in a feature, before it is learned. */
    private static final double FIRST_SHARE = 0.1;

    /** How much of m is in a level rather than in the next, before it is learned. */
    private static final double FIRST_FALL = 0.35;

    private final Map<Feature, List<Double>> chance = new EnumMap<>(Feature.class);

    /** By feature, level and what was learned from each mixture: expected pairs of one person. */
    private final Map<Feature, double[]> expected = new EnumMap<>(Feature.class);

    /**
     * Takes pairs at random, which are of two people but for very few.
     *
     * @param random how they agree
     */
    public WeightLearner(Collection<EntryAgreement> random) {
        for (var feature : Feature.values()) {
            var seen = new double[feature.levels().size()];
            for (var pair : random) {
                pair.level(feature).ifPresent(level -> seen[level]++);
            }
            chance.put(feature, shares(seen));
            expected.put(feature, new double[seen.length]);
        }
    }

    private static List<Double> shares(double[] seen) {
        double sum = UNSEEN * seen.length;
        for (double each : seen) {
            sum += each;
        }
        var shares = new ArrayList<Double>();
        for (double each : seen) {
            shares.add((each + UNSEEN) / sum);
        }
        return shares;
    }

    /**
     * Learns from pairs that share something.
     *
     * @param pairs how they agree
     * @param shared what they share, of which nothing can be learned from them
     * @return the share of them that seem to be of one person
     */
    public double learn(Collection<EntryAgreement> pairs, Feature shared) {
        var counts = new HashMap<Integer, Integer>();
        pairs.forEach(pair -> counts.merge(pair.code(), 1, Integer::sum));
        Set<Feature> features = EnumSet.complementOf(EnumSet.of(shared));
        var same = beginning(features);
        double share = FIRST_SHARE;
        Map<Feature, double[]> sums = Map.of();
        for (int round = 0; round < ROUNDS; round++) {
            sums = new EnumMap<>(Feature.class);
            for (var feature : features) {
                sums.put(feature, new double[feature.levels().size()]);
            }
            double found = 0;
            for (var pattern : counts.entrySet()) {
                double one = probability(pattern.getKey(), features, same, share);
                double pairsOfOne = one * pattern.getValue();
                found += pairsOfOne;
                add(sums, pattern.getKey(), pairsOfOne);
            }
            for (var feature : features) {
                same.put(feature, shares(sums.getOrDefault(feature, new double[0])));
            }
            double next = found / Math.max(1, pairs.size());
            boolean settled = Math.abs(next - share) < ENOUGH;
            share = Math.clamp(next, ENOUGH, 1 - ENOUGH);
            if (settled) {
                break;
            }
        }
        sums.forEach((feature, levels) -> expected.merge(feature, levels, WeightLearner::together));
        return share;
    }

    /** More of the higher levels. */
    private static Map<Feature, List<Double>> beginning(Set<Feature> features) {
        var same = new EnumMap<Feature, List<Double>>(Feature.class);
        for (var feature : features) {
            var levels = new double[feature.levels().size()];
            for (int level = 0; level < levels.length; level++) {
                levels[level] = 100 * Math.pow(FIRST_FALL, level);
            }
            same.put(feature, shares(levels));
        }
        return same;
    }

    /** That a pair is of one person. */
    private double probability(
            int code, Set<Feature> features, Map<Feature, List<Double>> same, double share) {
        double one = share;
        double two = 1 - share;
        for (var feature : features) {
            int level = EntryAgreement.level(code, feature);
            if (level != EntryAgreement.NOT_SAID) {
                one *= same.getOrDefault(feature, List.of()).get(level);
                two *= chance.getOrDefault(feature, List.of()).get(level);
            }
        }
        return one / (one + two);
    }

    private static void add(Map<Feature, double[]> sums, int code, double pairs) {
        sums.forEach((feature, levels) -> {
            int level = EntryAgreement.level(code, feature);
            if (level != EntryAgreement.NOT_SAID) {
                levels[level] += pairs;
            }
        });
    }

    private static double[] together(double[] one, double[] other) {
        var sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    /** What was learned from all of it. */
    public FeatureWeights weights() {
        var same = new EnumMap<Feature, List<Double>>(Feature.class);
        expected.forEach((feature, levels) -> same.put(feature, shares(levels)));
        return new FeatureWeights(same, chance);
    }
}
