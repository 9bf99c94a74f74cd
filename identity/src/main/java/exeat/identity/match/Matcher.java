package exeat.identity.match;

import exeat.identity.name.NameAgreement;
import java.util.ArrayList;

/**
 * Weighs two entries.
 *
 * @param population how many people there are to choose from; the more, the more it takes
 */
public record Matcher(
        FeatureWeights weights,
        TermFrequencies frequencies,
        Thresholds thresholds,
        int population) {

    /** How much the frequency of a name can take from a weight, and add to it. */
    private static final double MOST_LESS = -12;

    private static final double MOST_MORE = 6;

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
        if (level == EntryAgreement.NOT_SAID) {
            return 0;
        }
        double weight = weights.weight(feature, level);
        return feature == Feature.NAME ? weight + rarity(level, agreement) : weight;
    }

    /** A frequent name agrees by chance more often than names do in the mean. */
    private double rarity(int level, EntryAgreement agreement) {
        if (level == Feature.NAME.level(NameAgreement.DIFFERENT) || agreement.shared().isEmpty()) {
            return 0;
        }
        double mean = weights.chance(Feature.NAME).get(level);
        double rarity = FeatureWeights.log2(mean / frequencies.share(agreement.shared()));
        return Math.clamp(rarity, MOST_LESS, MOST_MORE);
    }
}
