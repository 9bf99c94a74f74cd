package exeat.casework.evolve;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What events about the handling of a case change, see {@link CaseHandling}. */
final class CaseHandlingFold {

    private CaseHandlingFold() {}

    static CaseState handled(CaseState s, TravellerEvent.Handling event, Instant at) {
        return switch (event) {
            case TravellerEvent.Warned w -> {
                var limit = new DueDays.Limit(w.task(), w.about(), w.unit(), w.due(), w.due());
                yield s.with(s.handling().warnedOf(limit.mark(w.traveller())));
            }
            case TravellerEvent.Jumped j ->
                    s.with(
                            s.handling()
                                    .with(
                                            new CaseHandling.TakenOutOfOrder(
                                                    j.traveller(),
                                                    j.task(),
                                                    j.unit(),
                                                    j.by(),
                                                    j.why(),
                                                    at)));
            case TravellerEvent.Recused r ->
                    s.with(
                            s.handling()
                                    .with(
                                            new CaseHandling.Recusal(
                                                    r.officer(),
                                                    r.asked(),
                                                    false,
                                                    at,
                                                    Optional.of(r.traveller()))));
            case TravellerEvent.RecusalLifted l -> s.with(s.handling().lifted(l.officer()));
        };
    }

    /** All open work of one unit moves to the other; what has ended stays. */
    static CaseState handedOver(CaseState s, CaseEvent.HandedOver over, Instant at) {
        var travellers = new TreeMap<TravellerNo, TravellerState>();
        s.travellers().forEach((no, t) -> travellers.put(no, handedOver(t, over)));
        var first = s.firstHolder();
        var held = s.holder().equals(over.from()) ? s.heldBy(over.to()) : s;
        var handover = new CaseHandling.Handover(over.from(), over.to(), at);
        return held.with(travellers)
                .enteredBy(over.from(), over.to())
                .with(s.handling().with(handover, first));
    }

    private static TravellerState handedOver(TravellerState t, CaseEvent.HandedOver over) {
        if (StageTransitions.ENDS.contains(t.stage())) {
            return t;
        }
        var d = new TravellerDraft(t);
        d.clearances.replaceAll(
                c -> c.isOpen() && c.unit().equals(over.from()) ? c.at(over.to()) : c);
        d.holds.replaceAll(h -> h.isOpen() ? HoldFold.handedOver(h, over) : h);
        // A review must stay outside the deciders' line, so it moves only if its unit has closed.
        if (over.by().isEmpty()) {
            d.appeals.replaceAll(a -> isWith(a, over.from()) ? a.at(over.to()) : a);
        }
        d.proposals.replaceAll(p -> p.open() && p.unit().equals(over.from()) ? p.at(over.to()) : p);
        d.protection = d.protection.map(p -> p.heardAt(over.from(), over.to()));
        d.appearances = d.appearances.map(a -> a.handedOver(over.from(), over.to()));
        d.stop = d.stop.map(stop -> stop.unit().equals(over.from()) ? stop.at(over.to()) : stop);
        return d.build();
    }

    /** Also a won appeal: only its unit may reopen what it approved. */
    private static boolean isWith(AppealState appeal, AuthorityId unit) {
        return appeal.reviewer().equals(unit)
                && (appeal.isOpen() || appeal.upheld().equals(Optional.of(true)));
    }
}
