package exeat.oversight;

/** What the report counts; each counts travellers, and a traveller once in one unit. */
public enum Measure {
    /** Received, at the unit to which the application first went. */
    RECEIVED,
    /** Not at any end, at the holder. */
    UNDER_WAY,
    /** Found: approve always, at the holder. */
    APPROVE_ALWAYS,
    /** Found: approve in general. */
    APPROVE_IN_GENERAL,
    /** Found: refer. */
    REFER,
    /** Waits on the traveller: to confirm, or to answer. */
    FOR_PERSON,
    /** Waits on a unit, at that unit; whoever waits on three units counts in each. */
    WAITING,
    /** Referred and not yet decided. */
    REFERRED,
    /** Held on at least one ground. */
    HELD,
    REFUSED,
    SET_ASIDE,
    REVOKED,
    WITHDRAWN,
    /** A travel authorisation stands, or was used. */
    AUTHORISED,
    DEPARTED,
    /** Claimed protection: counted in nothing else but RECEIVED. */
    SUSPENDED,
    /** Delay booked to a unit: not briefed, or past a limit. */
    DELAY,
    /** Taken before files that were due earlier, at the unit whose officer did. */
    JUMPED
}
