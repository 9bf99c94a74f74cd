package exeat.casework;

import exeat.casework.command.Actor;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.event.EventWriter;
import java.util.Optional;

/** What anybody writes in any test, the database would let them write. */
final class PermittedWriters {

    private PermittedWriters() {}

    static void check(Actor actor, Event event) {
        var writers = EventKind.of(event).writers();
        if (writer(actor).filter(writers::contains).isEmpty()) {
            throw new AssertionError(actor + " may not write " + event);
        }
    }

    private static Optional<EventWriter> writer(Actor actor) {
        return switch (actor) {
            case Actor.Stranger _ -> Optional.of(EventWriter.STRANGER);
            case Actor.Party _ -> Optional.of(EventWriter.PARTY);
            case Actor.Officer _ -> Optional.of(EventWriter.OFFICER);
            case Actor.Clock _ -> Optional.of(EventWriter.CLOCK);
            case Actor.Auditor _, Actor.Administrator _ -> Optional.empty();
        };
    }
}
