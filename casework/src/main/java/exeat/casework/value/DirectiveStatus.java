package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** A directive's status on a day: whether it decides, and if not, why not. */
public enum DirectiveStatus implements StoredWord {
    IN_FORCE("IN_FORCE"),
    /** Two officers of its issuer stopped it for a time. */
    SUSPENDED("SUSPENDED"),
    /** Two officers of its issuer ended it from a day on. */
    REPEALED("REPEALED"),
    /** No version that was put in force is valid on this day. */
    OUTSIDE_ITS_DAYS("OUTSIDE_ITS_DAYS"),
    /** Its issuer has put no version in force. */
    NEVER_IN_FORCE("NEVER_IN_FORCE");

    private final String stored;

    DirectiveStatus(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }

    /** Whether its rules decide applications filed on that day. */
    public boolean decides() {
        return this == IN_FORCE;
    }
}
