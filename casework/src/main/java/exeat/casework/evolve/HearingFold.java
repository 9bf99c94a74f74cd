package exeat.casework.evolve;

import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.DecisionNotice.Service;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.Proposal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How proposals and decisions reach a person, and what is said of them. Not all of it is in a last
 * view, which is folded too: so what is not there stays away.
 */
final class HearingFold {

    private HearingFold() {}

    /** Records service of the decision, or of the proposal if there is no decision yet. */
    static void served(TravellerDraft d, TravellerEvent.Served e) {
        var service = new Service(e.way(), e.on(), e.by(), e.unit(), Optional.empty());
        change(
                d,
                e.proposal(),
                p -> isDecided(p) ? p.with(n -> n.with(service)) : p.heard(h -> h.with(service)));
    }

    static void disputed(TravellerDraft d, TravellerEvent.ServiceDisputed e, Instant at) {
        change(
                d,
                e.proposal(),
                p -> isDecided(p) ? p.with(n -> n.disputed(at)) : p.heard(h -> h.disputed(at)));
    }

    static void answered(TravellerDraft d, TravellerEvent.HearingAnswered e, Instant at) {
        var answer =
                new AdverseHearing.Answer(e.words(), at, e.proved(), e.takenBy(), Optional.empty());
        change(d, e.proposal(), p -> p.heard(h -> h.with(answer)));
    }

    static void replied(TravellerDraft d, TravellerEvent.HearingReplied e, Instant at) {
        var reply = new AdverseHearing.HearingReply(e.words(), e.by(), at);
        change(d, e.proposal(), p -> p.heard(h -> h.with(reply)));
    }

    /** Where a claim no longer stops steps, the days of each hearing begin anew. */
    static TravellerState resumed(TravellerState before, TravellerDraft d, Instant at) {
        var after = d.build();
        if (!before.isSuspended() || after.isSuspended()) {
            return after;
        }
        resume(d, at);
        return d.build();
    }

    static void resume(TravellerDraft d, Instant at) {
        d.proposals.replaceAll(p -> p.open() ? p.heard(h -> h.resumed(at)) : p);
    }

    private static boolean isDecided(Proposal p) {
        return p.notice().isPresent();
    }

    private static void change(TravellerDraft d, int proposal, UnaryOperator<Proposal> change) {
        d.proposals.replaceAll(p -> p.number() == proposal ? change.apply(p) : p);
    }
}
