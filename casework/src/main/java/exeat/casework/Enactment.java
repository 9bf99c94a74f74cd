package exeat.casework;

import exeat.rules.Directive;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What its issuer did with a directive: who signed what, what is in force, what is proposed.
 *
 * @param signatures by the hash of a {@link RulePair}, in the order in which they were given
 * @param proposal what one officer proposed and no second one has agreed to
 * @param changes how many changes were proposed so far
 */
public record Enactment(
        SortedMap<String, List<Signature>> signatures,
        Tenure tenure,
        Optional<Proposal> proposal,
        int changes) {

    public static final Enactment NONE =
            new Enactment(new TreeMap<>(), Tenure.NONE, Optional.empty(), 0);

    /** So many named lawyers, each another person, sign each pair. */
    public static final int SIGNATURES = 2;

    /** A lawyer said that a rule says what its paragraph says. */
    public record Signature(OfficerId by, Instant at) {}

    /** The first of two officers. */
    public record Proposal(int number, Change change, OfficerId by, String reason, Instant at) {}

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

    Enactment signed(Event.RulesSigned signed, Instant at) {
        Map<String, List<Signature>> all = new TreeMap<>(signatures);
        for (var pair : signed.pairs()) {
            var given = new java.util.ArrayList<>(all.getOrDefault(pair, List.of()));
            given.add(new Signature(signed.by(), at));
            all.put(pair, given);
        }
        return new Enactment(new TreeMap<>(all), tenure, proposal, changes);
    }

    Enactment inForce(Event.VersionInForce version, Instant at) {
        var next = tenure.with(new Tenure.Version(version.version(), version.days(), at));
        return new Enactment(signatures, next, proposal, changes);
    }

    Enactment clarified(ClarifyingEvent.Clarified clarified) {
        return clarified.rules().isEmpty()
                ? this
                : new Enactment(signatures, tenure.clarified(), proposal, changes);
    }

    Enactment proposed(Event.ChangeProposed p, Instant at) {
        var open = new Proposal(p.proposal(), p.change(), p.by(), p.reason(), at);
        return new Enactment(signatures, tenure, Optional.of(open), p.proposal());
    }

    Enactment changed(Event.ChangeMade made) {
        return new Enactment(signatures, tenure.with(made.change()), Optional.empty(), changes);
    }
}
