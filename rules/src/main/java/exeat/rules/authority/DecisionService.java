package exeat.rules.authority;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How decisions against a person are served, how long they can answer before one, and how long an
 * appeal is possible after it.
 *
 * @param ways at least one
 * @param appealDays from the day of service; empty where an appeal stays possible
 * @param hearingDays how long the person can answer a proposal, from the day on which they were
 *     served with it
 */
public record DecisionService(Set<ServiceWay> ways, Optional<Integer> appealDays, int hearingDays) {

    /** How long a person can answer a proposal: as long as the time to reply to a correction. */
    public static final int HEARING_DAYS = 14;

    /**
     * What holds where a pack is silent: every way whose proof is there, and no end of the time to
     * appeal.
     */
    public static final DecisionService PLAIN =
            new DecisionService(EnumSet.allOf(ServiceWay.class), Optional.empty(), HEARING_DAYS);

    public DecisionService {
        // In the order of the constants, so that a form is always written the same.
        ways = Collections.unmodifiableSet(EnumSet.copyOf(ways));
    }

    /**
     * Whether the time to answer or to appeal ends sooner than there, or can begin in a way that is
     * not there.
     */
    public boolean isWorseThan(DecisionService other) {
        return endsSoonerThan(other) || hearsShorterThan(other) || !other.ways.containsAll(ways);
    }

    public boolean hearsShorterThan(DecisionService other) {
        return hearingDays < other.hearingDays;
    }

    public boolean endsSoonerThan(DecisionService other) {
        return appealDays
                .filter(days -> other.appealDays.filter(theirs -> theirs <= days).isEmpty())
                .isPresent();
    }
}
