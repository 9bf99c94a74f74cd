package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.TravellerState.Clearance;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clearances: opened all at once, each with its own unit and limit, once it is known who somebody
 * is; answered done or held.
 */
final class ClearanceRules {

    private ClearanceRules() {}

    /** Opens the clearances of the finding that are neither open nor done. */
    static List<Event> open(TravellerContext m, Finding finding) {
        return open(m, finding, Optional.empty());
    }

    private static List<Event> open(TravellerContext m, Finding finding, Optional<String> done) {
        return IdentityRules.due(m, finding, done).stream()
                .filter(demand -> named(m, demand.name()).isEmpty())
                .map(demand -> opened(m, demand))
                .toList();
    }

    /** Opens the clearances of the current finding, when a person approves. */
    static List<Event> openStanding(TravellerContext m) {
        return m.traveller().finding().map(finding -> open(m, finding)).orElse(List.of());
    }

    /** Opens some of the current finding again, each with a new deadline. */
    static List<Event> reopened(TravellerContext m, List<String> names) {
        return m.traveller().finding().stream()
                .flatMap(finding -> finding.burden().clearances().stream())
                .filter(demand -> names.contains(demand.name()))
                .map(demand -> opened(m, demand))
                .toList();
    }

    private static Optional<Clearance> named(TravellerContext m, String name) {
        return m.traveller().clearances().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static Event opened(TravellerContext m, ClearanceDemand demand) {
        var residence = m.traveller().traveller().residence();
        var serving = m.tree().unitFor(residence, demand.function()).id();
        var unit = Mandate.briefedFrom(m.tree(), serving, m.context().briefed());
        return new TravellerEvent.ClearanceOpened(
                m.no(),
                demand.name(),
                unit,
                m.directive().limits().clearanceBy(unit, m.today(), demand.days()),
                unit.equals(serving) ? Optional.<AuthorityId>empty() : Optional.of(serving));
    }

    static Response clear(TravellerContext m, TravellerCommand.CompleteClearance clear) {
        var clearance = named(m, clear.clearance());
        return Check.that(clearance.isPresent(), Code.NOT_FOUND, "clearance")
                .and(() -> m.isOfficerOf(clearance.orElseThrow().unit()), Code.NOT_ALLOWED, "unit")
                .and(() -> clearance.orElseThrow().isOpen(), Code.ALREADY_EXISTS, "clearance")
                .and(() -> !isHeld(m, clear.clearance()), Code.HELD, "clearance")
                .then(() -> done(m, clear.clearance()));
    }

    /** Done, and what waited for it opens in the same breath. */
    private static List<Event> done(TravellerContext m, String name) {
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.ClearanceDone(m.no(), name, m.actingOfficer().id()));
        m.traveller()
                .finding()
                .ifPresent(finding -> events.addAll(open(m, finding, Optional.of(name))));
        return events;
    }

    /** Whether it was answered with a hold that is still open. */
    private static boolean isHeld(TravellerContext m, String clearance) {
        return m.traveller().openHolds().stream()
                .anyMatch(hold -> hold.clearance().equals(Optional.of(clearance)));
    }
}
