package exeat.casework.event;

import exeat.casework.command.Actor;
import exeat.rules.source.StoredWord;

import java.util.Optional;

/** Who may write an event, as the database knows the kinds of its sessions. */
public enum EventWriter implements StoredWord {
    /** Somebody who has not signed in. */
    STRANGER("stranger"),
    /** A person of the application. */
    PARTY("party"),
    OFFICER("officer"),
    /** The system's own clock. */
    CLOCK("clock");

    private final String stored;

    EventWriter(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }

    /** Whose session it is; empty for an auditor, who writes nothing. */
    public static Optional<EventWriter> of(Actor actor) {
        return switch (actor) {
            case Actor.Stranger _ -> Optional.of(STRANGER);
            case Actor.Party _ -> Optional.of(PARTY);
            case Actor.Officer _ -> Optional.of(OFFICER);
            case Actor.Clock _ -> Optional.of(CLOCK);
            case Actor.Auditor _ -> Optional.empty();
        };
    }
}
