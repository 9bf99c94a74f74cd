package exeat.rules.authority;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How decisions against a person are served, and how long an appeal is possible after that.
 *
 * @param ways at least one
 * @param appealDays from the day of service; empty where an appeal stays possible
 */
public record DecisionService(Set<ServiceWay> ways, Optional<Integer> appealDays) {

    /**
     * What holds where a pack is silent: every way whose proof is there, and no end of the time to
     * appeal.
     */
    public static final DecisionService PLAIN =
            new DecisionService(EnumSet.allOf(ServiceWay.class), Optional.empty());

    public DecisionService {
        // In the order of the constants, so that a form is always written the same.
        ways = Collections.unmodifiableSet(EnumSet.copyOf(ways));
    }

    /**
     * Whether the time to appeal ends sooner than there, or can begin in a way that is not there.
     */
    public boolean isWorseThan(DecisionService other) {
        return endsSoonerThan(other) || !other.ways.containsAll(ways);
    }

    public boolean endsSoonerThan(DecisionService other) {
        return appealDays
                .filter(days -> other.appealDays.filter(theirs -> theirs <= days).isEmpty())
                .isPresent();
    }
}
