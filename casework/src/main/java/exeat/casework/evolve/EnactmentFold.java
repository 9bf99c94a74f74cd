package exeat.casework.evolve;

import exeat.casework.event.BriefingEvent;
import exeat.casework.event.ClarificationEvent;
import exeat.casework.event.DutyEvent;
import exeat.casework.event.EnactmentEvent;
import exeat.casework.state.Enactment;
import exeat.casework.state.Enactment.Signature;
import exeat.casework.state.VersionHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What events change about signatures, versions in force and proposals. */
final class EnactmentFold {

    private EnactmentFold() {}

    /** The state after an event, whether or not it is about that. */
    static Optional<Enactment> evolve(Optional<Enactment> before, Instant at, BriefingEvent event) {
        var known = before.orElse(Enactment.NONE);
        return switch (event) {
            case EnactmentEvent.RulesSigned signed -> Optional.of(signed(known, signed, at));
            case EnactmentEvent.VersionInForce version -> Optional.of(inForce(known, version, at));
            case EnactmentEvent.ChangeProposed proposed ->
                    Optional.of(proposed(known, proposed, at));
            case EnactmentEvent.ChangeMade made -> Optional.of(changed(known, made));
            case ClarificationEvent.Clarified clarified -> Optional.of(clarified(known, clarified));
            case BriefingEvent.HandedDown _,
                    BriefingEvent.OfficerAcknowledged _,
                    BriefingEvent.UnitAcknowledged _,
                    DutyEvent _,
                    ClarificationEvent.ClarificationAcknowledged _ ->
                    before;
        };
    }

    private static Enactment signed(Enactment e, EnactmentEvent.RulesSigned signed, Instant at) {
        Map<String, List<Signature>> all = new TreeMap<>(e.signatures());
        for (var pair : signed.pairs()) {
            var given = new ArrayList<>(all.getOrDefault(pair, List.of()));
            given.add(new Signature(signed.by(), at));
            all.put(pair, given);
        }
        return new Enactment(new TreeMap<>(all), e.tenure(), e.proposal(), e.changes());
    }

    private static Enactment inForce(
            Enactment e, EnactmentEvent.VersionInForce version, Instant at) {
        var next =
                e.tenure().with(new VersionHistory.Version(version.version(), version.days(), at));
        return new Enactment(e.signatures(), next, e.proposal(), e.changes());
    }

    private static Enactment clarified(Enactment e, ClarificationEvent.Clarified clarified) {
        return clarified.rules().isEmpty()
                ? e
                : new Enactment(e.signatures(), e.tenure().clarified(), e.proposal(), e.changes());
    }

    private static Enactment proposed(Enactment e, EnactmentEvent.ChangeProposed p, Instant at) {
        var open = new Enactment.Proposal(p.proposal(), p.change(), p.by(), p.reason(), at);
        return new Enactment(e.signatures(), e.tenure(), Optional.of(open), p.proposal());
    }

    private static Enactment changed(Enactment e, EnactmentEvent.ChangeMade made) {
        var next = e.tenure().with(made.change());
        return new Enactment(e.signatures(), next, Optional.empty(), e.changes());
    }
}
