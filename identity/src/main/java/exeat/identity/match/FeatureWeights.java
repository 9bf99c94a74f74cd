package exeat.identity.match;

import java.util.List;
import java.util.Map;

/**
 * How often each level of agreement is met in two entries of one person (m) and of two people (u).
 *
 * @param same by feature, a probability for each level; they add up to 1
 * @param chance the same of two people taken at random
 */
public record FeatureWeights(Map<Feature, List<Double>> same, Map<Feature, List<Double>> chance) {

    private static final double ONE = 1e-6;

    /**
     * Checks that each feature has a probability for each level.
     *
     * @throws IllegalArgumentException if one has not
     */
    public FeatureWeights {
        same = Map.copyOf(same);
        chance = Map.copyOf(chance);
        for (var feature : Feature.values()) {
            check(feature, same.getOrDefault(feature, List.of()));
            check(feature, chance.getOrDefault(feature, List.of()));
        }
    }

    private static void check(Feature feature, List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        boolean positive = shares.stream().allMatch(share -> share > 0);
        if (shares.size() != feature.levels().size() || !positive || Math.abs(sum - 1) > ONE) {
            throw new IllegalArgumentException(feature + " has probabilities " + shares);
        }
    }

    /** The logarithm to base 2 of m over u: above 0 it speaks for one person. */
    public double weight(Feature feature, int level) {
        return log2(same(feature).get(level) / chance(feature).get(level));
    }

    List<Double> same(Feature feature) {
        return of(same, feature);
    }

    List<Double> chance(Feature feature) {
        return of(chance, feature);
    }

    private static List<Double> of(Map<Feature, List<Double>> shares, Feature feature) {
        return shares.getOrDefault(feature, List.of());
    }

    static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
