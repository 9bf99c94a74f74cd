package exeat.casework.evolve;

import exeat.casework.event.BriefingEvent;
import exeat.casework.event.ClarificationEvent;
import exeat.casework.event.DutyEvent;
import exeat.casework.event.EnactmentEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.BriefingState;
import exeat.casework.state.BriefingState.UnitBriefing;
import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What each event of a directive's stream changes. */
public final class BriefingFold {

    private BriefingFold() {}

    public static BriefingState evolve(
            Optional<BriefingState> before, RecordedEvent recorded, BriefingEvent event) {
        Map<AuthorityId, UnitBriefing> units =
                new HashMap<>(before.map(BriefingState::units).orElse(Map.of()));
        switch (event) {
            case BriefingEvent.HandedDown handed ->
                    units.put(
                            handed.to(),
                            new UnitBriefing(
                                    recorded.at(),
                                    Optional.empty(),
                                    new TreeSet<>(),
                                    Optional.empty()));
            case BriefingEvent.OfficerAcknowledged by -> {
                var unit = existing(units, by.unit());
                units.put(by.unit(), unit.read(by.by(), by.edition()));
            }
            case BriefingEvent.UnitAcknowledged by ->
                    units.put(by.unit(), acknowledgedAt(existing(units, by.unit()), recorded.at()));
            case EnactmentEvent _, DutyEvent _, ClarificationEvent _ -> {}
        }
        var enacted = before.flatMap(BriefingState::enactment);
        return new BriefingState(
                (StreamId.BriefingId) recorded.stream(),
                units,
                EnactmentFold.evolve(enacted, recorded.at(), event),
                DutyFold.evolve(before.flatMap(BriefingState::duties), recorded.at(), event),
                ClarificationFold.evolve(
                        before.flatMap(BriefingState::clarifications), recorded.at(), event));
    }

    private static UnitBriefing existing(Map<AuthorityId, UnitBriefing> units, AuthorityId id) {
        var unit = units.get(id);
        if (unit == null) {
            throw new IllegalStateException(id + " was not handed the directive");
        }
        return unit;
    }

    private static UnitBriefing acknowledgedAt(UnitBriefing unit, Instant at) {
        return new UnitBriefing(
                unit.handedDown(), Optional.of(at), unit.officers(), unit.editions());
    }
}
