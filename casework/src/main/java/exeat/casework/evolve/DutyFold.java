package exeat.casework.evolve;

import exeat.casework.event.ClarifyingEvent;
import exeat.casework.event.Event;
import exeat.casework.state.Duties;

import java.util.Optional;

/** What events change of who is away and who stands in. */
final class DutyFold {

    private DutyFold() {}

    /** The duties after an event that may be about them. */
    static Optional<Duties> evolve(Optional<Duties> before, Event.BriefingEvent event) {
        var known = before.orElse(Duties.NONE);
        return switch (event) {
            case Event.Absent absent -> Optional.of(known.with(absence(absent)));
            case Event.Back back -> Optional.of(known.back(back.absence()));
            case Event.Delegated delegated -> Optional.of(known.with(delegation(delegated)));
            case Event.DelegationEnded ended -> Optional.of(known.ended(ended.delegation()));
            case Event.EnactmentEvent _,
                    Event.HandedDown _,
                    Event.OfficerAcknowledged _,
                    Event.UnitAcknowledged _,
                    ClarifyingEvent _ ->
                    before;
        };
    }

    private static Duties.Absence absence(Event.Absent a) {
        return new Duties.Absence(a.absence(), a.officer(), a.from(), a.until(), a.by(), false);
    }

    private static Duties.Delegation delegation(Event.Delegated d) {
        return new Duties.Delegation(
                d.delegation(), d.from(), d.to(), d.first(), d.last(), d.by(), false);
    }
}
