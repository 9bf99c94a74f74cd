package exeat.casework.state;

import exeat.casework.value.DirectiveChange;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.rules.Directive;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A directive's signatures, versions in force and open proposal.
 *
 * @param signatures by the hash of a {@link RulePair}, in the order in which they were given
 * @param proposal one officer's proposal, not yet agreed to
 * @param changes how many changes were proposed so far
 */
public record Enactment(
        SortedMap<String, List<Signature>> signatures,
        VersionHistory tenure,
        Optional<Proposal> proposal,
        int changes) {

    public static final Enactment NONE =
            new Enactment(new TreeMap<>(), VersionHistory.NONE, Optional.empty(), 0);

    /** The number of different lawyers who must sign each pair. */
    public static final int SIGNATURES = 2;

    /** A lawyer said that a rule says what its paragraph says. */
    public record Signature(OfficerId by, Instant at) {}

    /** The first of two officers. */
    public record Proposal(
            int number, DirectiveChange change, OfficerId by, String reason, Instant at) {}

    public Enactment {
        var copy = new TreeMap<String, List<Signature>>();
        signatures.forEach((pair, given) -> copy.put(pair, List.copyOf(given)));
        signatures = Collections.unmodifiableSortedMap(copy);
    }

    /** Who signed a pair, each once. */
    public List<Signature> of(RulePair pair) {
        return signatures.getOrDefault(pair.hash(), List.of());
    }

    public boolean isSigned(RulePair pair) {
        return of(pair).size() >= SIGNATURES;
    }

    public boolean isSignedBy(String pair, OfficerId lawyer) {
        return signatures.getOrDefault(pair, List.of()).stream()
                .anyMatch(signature -> signature.by().equals(lawyer));
    }

    /** The pairs of a version that still need a lawyer. */
    public List<RulePair> unsigned(Directive version) {
        return RulePair.of(version).stream().filter(pair -> !isSigned(pair)).toList();
    }
}
