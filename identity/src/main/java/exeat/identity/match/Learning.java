package exeat.identity.match;

import exeat.identity.birth.BirthClaim;
import exeat.identity.name.SpokenName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a matcher for the people of a register, from these people alone: pairs of them that nobody
 * labelled. The same people in the same order give the same matcher.
 */
public final class Learning {

    /** Enough to see what one pair in 10,000 does by chance. */
    private static final int RANDOM_PAIRS = 200_000;

    private static final int SHARING_PAIRS = 200_000;

    /**
     * At most this many of one day or name: a frequent one must not be all that is learned from.
     */
    private static final int OF_ONE_KEY = 30;

    /** The constants of a generator of Knuth's (MMIX); a row of numbers, not chance. */
    private static final long FACTOR = 6364136223846793005L;

    private static final long STEP = 1442695040888963407L;
    private static final int UPPER_BITS = 33;

    private Learning() {}

    /** From people of whom some are in the register twice. */
    public static Matcher matcher(List<PersonEntry> people, Thresholds thresholds) {
        var learner = new WeightLearner(random(people));
        learner.learn(sharing(people, Learning::day), Feature.BIRTH);
        learner.learn(sharing(people, Learning::name), Feature.NAME);
        return new Matcher(
                learner.weights(), TermFrequencies.of(people), thresholds, people.size());
    }

    private static List<EntryAgreement> random(List<PersonEntry> people) {
        var pairs = new ArrayList<EntryAgreement>();
        long state = 1;
        for (int i = 0; people.size() > 1 && i < RANDOM_PAIRS; i++) {
            state = state * FACTOR + STEP;
            int one = (int) ((state >>> UPPER_BITS) % people.size());
            state = state * FACTOR + STEP;
            int other = (int) ((state >>> UPPER_BITS) % people.size());
            if (one != other) {
                pairs.add(EntryComparison.of(people.get(one), people.get(other)));
            }
        }
        return pairs;
    }

    private static List<EntryAgreement> sharing(
            List<PersonEntry> people, Function<PersonEntry, Optional<String>> key) {
        Map<String, List<PersonEntry>> groups = new HashMap<>();
        for (var person : people) {
            key.apply(person)
                    .ifPresent(each ->
                            groups.computeIfAbsent(each, _ -> new ArrayList<>()).add(person));
        }
        var pairs = new ArrayList<EntryAgreement>();
        for (var group : groups.values()) {
            add(pairs, group);
            if (pairs.size() >= SHARING_PAIRS) {
                break;
            }
        }
        return pairs;
    }

    private static void add(Collection<EntryAgreement> pairs, List<PersonEntry> group) {
        int left = OF_ONE_KEY;
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size() && left > 0; j++, left--) {
                pairs.add(EntryComparison.of(group.get(i), group.get(j)));
            }
        }
    }

    private static Optional<String> day(PersonEntry person) {
        return person.birth().filter(BirthClaim::isDay).map(BirthClaim::toString);
    }

    /** As it is heard first, in any order of its parts. */
    private static Optional<String> name(PersonEntry person) {
        return person.names().stream()
                .map(SpokenName::readings)
                .filter(readings -> !readings.isEmpty())
                .map(readings -> String.join(" ", readings.getFirst().stream().sorted().toList()))
                .findFirst();
    }
}
