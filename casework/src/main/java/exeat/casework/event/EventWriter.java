package exeat.casework.event;

import exeat.rules.source.StoredWord;

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
}
