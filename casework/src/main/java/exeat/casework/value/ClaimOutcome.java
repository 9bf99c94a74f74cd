package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** How a claim to protection that somebody else made came out. */
public enum ClaimOutcome implements StoredWord {
    /** The person said that it is so: heard alone, or by a claim of their own. */
    CONFIRMED("CONFIRMED"),
    /** Heard alone, the person said that it is not so. */
    DENIED("DENIED"),
    /** Nobody heard them in time; a later hearing may still change this. */
    NOT_HEARD("NOT_HEARD"),
    /** The person ended it without ever confirming it. */
    ENDED("ENDED");

    private final String stored;

    ClaimOutcome(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
