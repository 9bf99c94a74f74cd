package exeat.casework.evolve;

import exeat.casework.event.BriefingEvent;
import exeat.casework.event.ClarificationEvent;
import exeat.casework.event.DutyEvent;
import exeat.casework.event.EnactmentEvent;
import exeat.casework.state.Duties;
import java.time.Instant;
import java.util.Optional;

/** What events change about absences and stand-ins. */
final class DutyFold {

    private DutyFold() {}

    /** The duties after an event, whether or not it is about them. */
    static Optional<Duties> evolve(Optional<Duties> before, Instant at, BriefingEvent event) {
        var known = before.orElse(Duties.NONE);
        return switch (event) {
            case DutyEvent.Absent absent -> Optional.of(known.with(absence(absent)));
            case DutyEvent.Back back -> Optional.of(known.back(back.absence()));
            case DutyEvent.Delegated delegated -> Optional.of(known.with(delegation(delegated)));
            case DutyEvent.DelegationEnded ended ->
                    Optional.of(known.ended(ended.delegation(), at));
            case EnactmentEvent _,
                    BriefingEvent.HandedDown _,
                    BriefingEvent.OfficerAcknowledged _,
                    BriefingEvent.UnitAcknowledged _,
                    ClarificationEvent _ ->
                    before;
        };
    }

    private static Duties.Absence absence(DutyEvent.Absent a) {
        return new Duties.Absence(a.absence(), a.officer(), a.from(), a.until(), a.by(), false);
    }

    private static Duties.Delegation delegation(DutyEvent.Delegated d) {
        return new Duties.Delegation(
                d.delegation(),
                d.from(),
                d.to(),
                d.first(),
                d.last(),
                d.by(),
                false,
                Optional.empty());
    }
}
