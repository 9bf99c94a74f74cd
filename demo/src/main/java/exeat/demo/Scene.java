package exeat.demo;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Shared state of all cases in the demonstration.
 *
 * @param begin the first day of the month
 * @param planting the planted misconduct
 * @param focus where the cases are, and whose work is left for trainees
 */
record Scene(
        Office office,
        DeskClient counter,
        DemoOfficers officers,
        Directive directive,
        LocalDate begin,
        Planting planting,
        Focus focus) {

    LocalDate date(int day) {
        return begin.plusDays(day);
    }

    /** Whether what an officer should do on this day is left for a trainee. */
    boolean rests(Session session, int day) {
        return session.actor() instanceof Actor.Officer officer && focus.rests(officer.unit(), day);
    }

    /** A person's own session. */
    Session party(String number, String secret) {
        return office.authentication()
                .signInTraveller(number, secret)
                .orElseThrow(() -> new IllegalStateException("a secret does not open " + number));
    }

    /** How a traveller stands now, as an officer of this unit sees it. */
    Optional<TravellerState> look(AuthorityId unit, CaseId id, TravellerNo no) {
        return office.cases()
                .find(officers.first(unit), id)
                .flatMap(view -> Optional.ofNullable(view.seen().travellers().get(no)))
                .filter(Disclosure.Whole.class::isInstance)
                .map(seen -> ((Disclosure.Whole) seen).state());
    }
}
