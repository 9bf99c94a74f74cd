package exeat.identity.match;

import exeat.identity.name.SpokenName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the parts of names are heard among the people of a register. Two who are called Kim
 * have little in common, two who are called Namgung much.
 */
public final class TermFrequencies {

    private final Map<String, Double> shares;
    private final double rarest;

    private TermFrequencies(Map<String, Double> shares, double rarest) {
        this.shares = shares;
        this.rarest = rarest;
    }

    /** Counts the names of these people, and their parts in every reading. */
    public static TermFrequencies of(Collection<PersonEntry> people) {
        var counts = new HashMap<String, Integer>();
        for (var person : people) {
            person.names().stream()
                    .map(SpokenName::partSounds)
                    .flatMap(Collection::stream)
                    .distinct()
                    .forEach(part -> counts.merge(part, 1, Integer::sum));
        }
        double people1 = Math.max(1, people.size());
        var shares = new HashMap<String, Double>();
        counts.forEach((part, count) -> shares.put(part, count / people1));
        return new TermFrequencies(Map.copyOf(shares), 1 / (people1 + 1));
    }

    /**
     * The share of people one of whose names has the part; of one never heard, that of the next.
     */
    public double share(String part) {
        return shares.getOrDefault(part, rarest);
    }

    /** As if parts were given independently of each other. */
    double share(List<String> parts) {
        double share = 1;
        for (var part : parts) {
            share *= share(part);
        }
        return share;
    }
}
