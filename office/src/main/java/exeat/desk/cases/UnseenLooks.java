package exeat.desk.cases;

import exeat.casework.access.Past;
import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.SessionReader;
import exeat.store.rows.AccessLogStore.AccessSeen;
import exeat.store.rows.ReadStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks of which a guardian is not told: those at a child since a claim to protection stands, among
 * them those of the officers who hear the child. Nor is whoever has an unproved secret of those at
 * the person, since nothing is told to them.
 */
final class UnseenLooks {

    private final Actor.Party party;
    private final Map<Integer, Instant> since = new HashMap<>();

    UnseenLooks(SessionReader reading, Actor.Party party, Session session) {
        this.party = party;
        var key = party.caseId().key();
        if (reading.state(session, key).orElse(null) instanceof CaseState state) {
            var blocked = new HashMap<Integer, Long>();
            for (var t : state.travellers().values()) {
                from(state, t, reading.now()).ifPresent(at -> blocked.put(t.no().number(), at));
            }
            if (!blocked.isEmpty()) {
                var eyes = reading.eyes(session);
                var events = StoreCalls.get(() -> reading.store().events(eyes, key));
                blocked.forEach((no, from) -> since.put(no, begun(from, events)));
            }
        }
    }

    private Optional<Long> from(CaseState state, TravellerState t, Instant now) {
        return isBlocked(t)
                ? t.protection().map(Protection::from)
                : Past.withheld(state, t, party, now).map(Protection.Withheld::from);
    }

    private boolean isBlocked(TravellerState t) {
        return t.protectionClaimed()
                && t.protection().isPresent()
                && !t.no().equals(party.no())
                && !t.isAdmitted(new Admission.ToTraveller(party.no()));
    }

    private static Instant begun(long from, List<ReadStore.StoredEvent> events) {
        return events.stream()
                .filter(event -> event.sequence() == from)
                .map(ReadStore.StoredEvent::at)
                .findFirst()
                .orElse(Instant.MIN);
    }

    /** Whether all that it showed was of travellers of whom nothing is told since. */
    boolean isUnseen(AccessSeen look) {
        return look.travellers().stream().allMatch(no -> isSince(no, look.at()));
    }

    private boolean isSince(int no, Instant at) {
        var begun = since.get(no);
        return begun != null && !at.isBefore(begun);
    }
}
