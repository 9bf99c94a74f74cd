package exeat.oversight;

/** A column of the situation report. */
public enum Figure {
    RECEIVED,
    UNDER_WAY,
    APPROVE_ALWAYS,
    APPROVE_IN_GENERAL,
    REFER,
    FOR_PERSON,
    /** Waiting on a unit for at most a week. */
    WAITING_TO_7,
    WAITING_TO_30,
    WAITING_TO_90,
    WAITING_OVER_90,
    /** Waiting past the last day for it. */
    LATE,
    REFERRED,
    HELD,
    REFUSED,
    SET_ASIDE,
    REVOKED,
    WITHDRAWN,
    AUTHORISED,
    DEPARTED,
    SUSPENDED,
    DELAY,
    /** Taken before their turn. */
    JUMPED,
    OPEN_ISSUES;

    /** The band of an age in whole days. */
    static Figure waiting(long days) {
        if (days <= 7) {
            return WAITING_TO_7;
        }
        if (days <= 30) {
            return WAITING_TO_30;
        }
        return days <= 90 ? WAITING_TO_90 : WAITING_OVER_90;
    }
}
