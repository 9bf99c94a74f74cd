package exeat.oversight;

import exeat.rules.source.StoredWord;

/** What the report counts. Each measure counts travellers, each once in one unit. */
public enum Measure implements StoredWord {
    /** Received, at the unit to which the application first went. */
    RECEIVED("RECEIVED"),
    /** Received here and now with another unit, at the unit to which the application first went. */
    PASSED_ON("PASSED_ON"),
    /** With this unit and received by another one, at the holder. */
    TAKEN_OVER("TAKEN_OVER"),
    /** Not ended, at the holder. */
    UNDER_WAY("UNDER_WAY"),
    /** Found: approve always, at the holder. */
    APPROVE_ALWAYS("APPROVE_ALWAYS"),
    /** Found: approve in general. */
    APPROVE_IN_GENERAL("APPROVE_IN_GENERAL"),
    /** Found: refer. */
    REFER("REFER"),
    /** Waiting for the traveller to confirm or to answer. */
    FOR_PERSON("FOR_PERSON"),
    /** Waiting for a unit, counted there; a traveller who waits for three units counts in each. */
    WAITING("WAITING"),
    /** Referred and not yet decided. */
    REFERRED("REFERRED"),
    /** Held on at least one ground. */
    HELD("HELD"),
    REFUSED("REFUSED"),
    SET_ASIDE("SET_ASIDE"),
    REVOKED("REVOKED"),
    WITHDRAWN("WITHDRAWN"),
    /** A travel authorisation is valid or was used. */
    AUTHORISED("AUTHORISED"),
    DEPARTED("DEPARTED"),
    /** Claimed protection; otherwise counted only in RECEIVED. */
    SUSPENDED("SUSPENDED"),
    /** Delay that counts against a unit: not acknowledged, or overdue. */
    DELAY("DELAY"),
    /** Taken out of order, counted at the officer's unit. */
    JUMPED("JUMPED");

    private final String stored;

    Measure(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
