package exeat.identity.name;

import java.util.List;

/**
 * What comparing two names gave.
 *
 * @param distance of the whole names as sounds: 0 for the same, up to 2
 * @param shared the sounds of the parts that agree; their frequency tells what that is worth
 */
public record NameMatch(NameAgreement agreement, double distance, List<String> shared) {

    /** The match of names that have nothing in common. */
    public static final NameMatch NONE = new NameMatch(NameAgreement.DIFFERENT, 2, List.of());

    public NameMatch {
        shared = List.copyOf(shared);
    }

    /** Whether it agrees more, or as much and is nearer. */
    public boolean isBetterThan(NameMatch other) {
        int order = agreement.compareTo(other.agreement);
        return order < 0 || (order == 0 && distance < other.distance);
    }
}
