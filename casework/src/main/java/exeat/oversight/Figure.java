package exeat.oversight;

import exeat.rules.source.StoredWord;

/** A column of the situation report. */
public enum Figure implements StoredWord {
    RECEIVED("RECEIVED"),
    UNDER_WAY("UNDER_WAY"),
    APPROVE_ALWAYS("APPROVE_ALWAYS"),
    APPROVE_IN_GENERAL("APPROVE_IN_GENERAL"),
    REFER("REFER"),
    FOR_PERSON("FOR_PERSON"),
    /** Waiting on a unit for at most a week. */
    WAITING_TO_7("WAITING_TO_7"),
    WAITING_TO_30("WAITING_TO_30"),
    WAITING_TO_90("WAITING_TO_90"),
    WAITING_OVER_90("WAITING_OVER_90"),
    /** Waiting past the last day for it. */
    LATE("LATE"),
    REFERRED("REFERRED"),
    HELD("HELD"),
    REFUSED("REFUSED"),
    SET_ASIDE("SET_ASIDE"),
    REVOKED("REVOKED"),
    WITHDRAWN("WITHDRAWN"),
    AUTHORISED("AUTHORISED"),
    DEPARTED("DEPARTED"),
    SUSPENDED("SUSPENDED"),
    DELAY("DELAY"),
    /** Taken out of order. */
    JUMPED("JUMPED"),
    OPEN_ISSUES("OPEN_ISSUES");

    private final String stored;

    Figure(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }

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
