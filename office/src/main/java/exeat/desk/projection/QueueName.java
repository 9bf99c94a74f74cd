package exeat.desk.projection;

import exeat.rules.source.StoredWord;

/** The lists from which officers work. */
public enum QueueName implements StoredWord {
    /** Everything that this officer's own unit can act on now. */
    WORK("WORK"),
    /** A person must decide. */
    REFERRED("REFERRED"),
    /** Open clearances. */
    CLEARANCES("CLEARANCES"),
    /** A proposal waits for a second officer. */
    SECOND("SECOND"),
    /** Everything is cleared; the travel authorisation is to be issued. */
    TO_AUTHORISE("TO_AUTHORISE"),
    /** A hold that has reached its limit: somebody must end or extend it. */
    HELD("HELD"),
    /** What cannot be worked on now; it comes back to its own queue by itself. */
    WAITING("WAITING"),
    /** An appeal waits for its reviewer. */
    APPEALS("APPEALS"),
    /** The traveller's own act is missing. */
    UNCONFIRMED("UNCONFIRMED"),
    /** Authorised, or stopped at a border; found by paper number. */
    BORDER("BORDER"),
    /** Somebody claimed protection and is to be heard alone. */
    PROTECTION("PROTECTION");

    private final String stored;

    QueueName(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
