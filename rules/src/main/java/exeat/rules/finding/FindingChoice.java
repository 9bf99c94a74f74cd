package exeat.rules.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person gets if several directives each give them a whole finding: the one that is at least
 * as good as every other. Where there is none, the person chooses.
 *
 * @param findings those that no other is better than, in the order given; of equally good ones only
 *     the first. One of them if it is settled, otherwise those to choose from
 */
public record FindingChoice(List<Finding> findings) {

    public FindingChoice {
        findings = List.copyOf(findings);
    }

    /**
     * The best of some findings.
     *
     * @param findings about the same person, the preferred one first; at least one
     * @throws IllegalArgumentException if there is none
     */
    public static FindingChoice of(List<Finding> findings) {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a choice without findings");
        }
        var best = new ArrayList<Finding>();
        for (var one : findings) {
            boolean given = best.stream().anyMatch(other -> other.atLeastAsGoodAs(one));
            if (!given) {
                best.removeIf(one::atLeastAsGoodAs);
                best.add(one);
            }
        }
        return new FindingChoice(best);
    }

    /** The finding that is at least as good as every other; empty if the person has to choose. */
    public Optional<Finding> settled() {
        return findings.size() == 1 ? Optional.of(findings.getFirst()) : Optional.empty();
    }
}
