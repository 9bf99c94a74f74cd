package exeat.casework.evolve;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.TravellerState.BorderStop;
import exeat.casework.state.TravellerState.Hold;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What events change about holds and stops at the border. */
final class HoldFold {

    private HoldFold() {}

    static Hold placed(TravellerEvent.HoldPlaced placed, Instant at) {
        var act = placed.placed();
        return new Hold(
                placed.hold(),
                act.ground(),
                act.evidence(),
                placed.owner(),
                act.limit(),
                at,
                placed.first(),
                placed.second(),
                act.clearance(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    static Hold at(Hold h, AuthorityId owner, LocalDate limit, boolean escalated) {
        return new Hold(
                h.number(),
                h.ground(),
                h.evidence(),
                owner,
                limit,
                h.placed(),
                h.first(),
                h.second(),
                h.clearance(),
                escalated,
                Optional.empty(),
                h.releasedAt());
    }

    /** The hold after its owner's or reviewer's work has moved to another unit. */
    static Hold handedOver(Hold h, CaseEvent.HandedOver over) {
        return new Hold(
                h.number(),
                h.ground(),
                h.evidence(),
                h.owner().equals(over.from()) ? over.to() : h.owner(),
                h.limit(),
                h.placed(),
                h.first(),
                h.second(),
                h.clearance(),
                h.escalated(),
                h.reviewer().map(unit -> unit.equals(over.from()) ? over.to() : unit),
                h.releasedAt());
    }

    static Hold reviewedBy(Hold h, AuthorityId reviewer) {
        return new Hold(
                h.number(),
                h.ground(),
                h.evidence(),
                h.owner(),
                h.limit(),
                h.placed(),
                h.first(),
                h.second(),
                h.clearance(),
                h.escalated(),
                Optional.of(reviewer),
                h.releasedAt());
    }

    static Hold released(Hold h, Instant at) {
        return new Hold(
                h.number(),
                h.ground(),
                h.evidence(),
                h.owner(),
                h.limit(),
                h.placed(),
                h.first(),
                h.second(),
                h.clearance(),
                h.escalated(),
                h.reviewer(),
                Optional.of(at));
    }

    static Hold reopened(Hold h) {
        return new Hold(
                h.number(),
                h.ground(),
                h.evidence(),
                h.owner(),
                h.limit(),
                h.placed(),
                h.first(),
                h.second(),
                h.clearance(),
                h.escalated(),
                h.reviewer(),
                Optional.empty());
    }

    static BorderStop stopped(TravellerEvent.StoppedAtBorder stop, Instant at) {
        return new BorderStop(
                stop.post(),
                stop.takenOverBy(),
                stop.reason(),
                at,
                Optional.empty(),
                Optional.empty());
    }

    static BorderStop raised(BorderStop stop, TravellerEvent.StopEscalated up) {
        return new BorderStop(
                stop.post(),
                stop.owner(),
                stop.reason(),
                stop.at(),
                Optional.of(up.to()),
                Optional.of(up.due()));
    }
}
