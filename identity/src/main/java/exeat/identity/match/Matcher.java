package exeat.identity.match;

import exeat.identity.name.NameAgreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Weighs two entries. */
public final class Matcher {

    /** How much the frequency of a name can take from a weight, and add to it. */
    private static final double MIN_WEIGHT = -12;

    private static final double MAX_WEIGHT = 6;

    private final FeatureWeights weights;
    private final TermFrequencies frequencies;
    private final Thresholds thresholds;
    private final int population;

    /** By feature and level, from the weights: a logarithm takes longer than to look it up. */
    private final double[][] table;

    /**
     * Keeps what it weighs by.
     *
     * @param population how many people there are to choose from; the more, the more it takes
     */
    public Matcher(
            FeatureWeights weights,
            TermFrequencies frequencies,
            Thresholds thresholds,
            int population) {
        this.weights = weights;
        this.frequencies = frequencies;
        this.thresholds = thresholds;
        this.population = population;
        this.table =
                Arrays.stream(Feature.values())
                        .map(feature ->
                                IntStream.range(0, feature.levels().size())
                                        .mapToDouble(level -> weights.weight(feature, level))
                                        .toArray())
                        .toArray(double[][]::new);
    }

    public FeatureWeights weights() {
        return weights;
    }

    public TermFrequencies frequencies() {
        return frequencies;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** How many people there are to choose from. */
    public int population() {
        return population;
    }

    /** The same with other thresholds, among another number of people. */
    public Matcher with(Thresholds others, int people) {
        return new Matcher(weights, frequencies, others, people);
    }

    /** What is held before anything is compared: one of all is meant. */
    public double prior() {
        return -FeatureWeights.log2(Math.max(1, population));
    }

    /** The sum of the weights with the prior. */
    public double total(EntryAgreement agreement) {
        double total = prior();
        for (var feature : Feature.values()) {
            total += weight(feature, agreement);
        }
        return total;
    }

    public LinkAnswer answer(EntryAgreement agreement) {
        return thresholds.answer(total(agreement));
    }

    /** The answer, with what speaks for and against. */
    public Weighing weigh(PersonEntry one, PersonEntry other) {
        var agreement = EntryComparison.of(one, other);
        var lines = new ArrayList<Weighing.Line>();
        for (var feature : Feature.values()) {
            var level = agreement.level(feature);
            lines.add(
                    new Weighing.Line(
                            feature,
                            one.says(feature),
                            other.says(feature),
                            level.isEmpty() ? "" : feature.levels().get(level.getAsInt()),
                            weight(feature, agreement)));
        }
        double total = total(agreement);
        return new Weighing(thresholds.answer(total), prior(), lines, total);
    }

    private double weight(Feature feature, EntryAgreement agreement) {
        int level = EntryAgreement.level(agreement.code(), feature);
        if (feature != Feature.NAME || level == EntryAgreement.NOT_SAID) {
            return weight(feature, level);
        }
        return nameWeight(level, agreement.shared());
    }

    /** Of anything but a name, whose weight depends on which name it is. */
    double weight(Feature feature, int level) {
        return level == EntryAgreement.NOT_SAID ? 0 : table[row(feature)][level];
    }

    double nameWeight(int level, List<String> shared) {
        return weight(Feature.NAME, level) + rarity(level, shared);
    }

    private static int row(Feature feature) {
        return feature.shift() / EntryAgreement.LEVEL_BITS;
    }

    /** The most that a feature can weigh if nothing is known of the other entry. */
    double most(Feature feature) {
        return Math.max(0, Arrays.stream(table[row(feature)]).max().orElse(0));
    }

    /** A frequent name agrees by chance more often than names do in the mean. */
    private double rarity(int level, List<String> shared) {
        if (level == Feature.NAME.level(NameAgreement.DIFFERENT) || shared.isEmpty()) {
            return 0;
        }
        double mean = weights.chance(Feature.NAME).get(level);
        double rarity = FeatureWeights.log2(mean / frequencies.share(shared));
        return Math.clamp(rarity, MIN_WEIGHT, MAX_WEIGHT);
    }
}
