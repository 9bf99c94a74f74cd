package exeat.oversight;

import exeat.rules.source.StoredWord;

/** What the report counts; each counts travellers, and a traveller once in one unit. */
public enum Measure implements StoredWord {
    /** Received, at the unit to which the application first went. */
    RECEIVED("RECEIVED"),
    /** Not at any end, at the holder. */
    UNDER_WAY("UNDER_WAY"),
    /** Found: approve always, at the holder. */
    APPROVE_ALWAYS("APPROVE_ALWAYS"),
    /** Found: approve in general. */
    APPROVE_IN_GENERAL("APPROVE_IN_GENERAL"),
    /** Found: refer. */
    REFER("REFER"),
    /** Waits on the traveller: to confirm, or to answer. */
    FOR_PERSON("FOR_PERSON"),
    /** Waits on a unit, at that unit; whoever waits on three units counts in each. */
    WAITING("WAITING"),
    /** Referred and not yet decided. */
    REFERRED("REFERRED"),
    /** Held on at least one ground. */
    HELD("HELD"),
    REFUSED("REFUSED"),
    SET_ASIDE("SET_ASIDE"),
    REVOKED("REVOKED"),
    WITHDRAWN("WITHDRAWN"),
    /** A travel authorisation stands, or was used. */
    AUTHORISED("AUTHORISED"),
    DEPARTED("DEPARTED"),
    /** Claimed protection: counted in nothing else but RECEIVED. */
    SUSPENDED("SUSPENDED"),
    /** Delay booked to a unit: not briefed, or past a limit. */
    DELAY("DELAY"),
    /** Taken before files that were due earlier, at the unit whose officer did. */
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
