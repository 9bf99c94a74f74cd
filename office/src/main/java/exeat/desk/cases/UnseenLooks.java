package exeat.desk.cases;

import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
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

/**
 * Looks of which a guardian is not told: those at a child since a claim to protection stands, among
 * them those of the officers who hear the child.
 */
final class UnseenLooks {

    private final Actor.Party party;
    private final Map<Integer, Instant> since = new HashMap<>();

    UnseenLooks(SessionReader reading, Actor.Party party, Session session) {
        this.party = party;
        var key = party.caseId().key();
        if (reading.state(session, key).orElse(null) instanceof CaseState state) {
            var blocked = state.travellers().values().stream().filter(this::isBlocked).toList();
            if (!blocked.isEmpty()) {
                var eyes = reading.eyes(session);
                var events = StoreCalls.get(() -> reading.store().events(eyes, key));
                blocked.forEach(t -> since.put(t.no().number(), begun(t, events)));
            }
        }
    }

    private boolean isBlocked(TravellerState t) {
        return t.protectionClaimed()
                && t.protection().isPresent()
                && !t.no().equals(party.no())
                && !t.isAdmitted(new Admission.ToTraveller(party.no()));
    }

    private static Instant begun(TravellerState t, List<ReadStore.StoredEvent> events) {
        long from = t.protection().orElseThrow().from();
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
