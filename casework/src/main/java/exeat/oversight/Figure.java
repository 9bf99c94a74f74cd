package exeat.oversight;

import exeat.rules.source.StoredWord;

/** A column of the situation report. */
public enum Figure implements StoredWord {
    RECEIVED("RECEIVED"),
    /** Received here, and now with another unit. */
    PASSED_ON("PASSED_ON"),
    /** With this unit, and received by another one. */
    TAKEN_OVER("TAKEN_OVER"),
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

    /** What a figure counts. */
    public enum Countable {
        /** Travellers, each once in all units together. */
        PEOPLE,
        /** One for each traveller and unit that has to do something for them. */
        WORK,
        /** One for each delay that counts against a unit. */
        DELAYS,
        ISSUES
    }

    /** What it counts, the same in each unit. */
    public Countable counts() {
        return switch (this) {
            case RECEIVED,
                    PASSED_ON,
                    TAKEN_OVER,
                    UNDER_WAY,
                    APPROVE_ALWAYS,
                    APPROVE_IN_GENERAL,
                    REFER,
                    FOR_PERSON,
                    REFERRED,
                    HELD,
                    REFUSED,
                    SET_ASIDE,
                    REVOKED,
                    WITHDRAWN,
                    AUTHORISED,
                    DEPARTED,
                    SUSPENDED,
                    JUMPED ->
                    Countable.PEOPLE;
            case WAITING_TO_7, WAITING_TO_30, WAITING_TO_90, WAITING_OVER_90, LATE ->
                    Countable.WORK;
            case DELAY -> Countable.DELAYS;
            case OPEN_ISSUES -> Countable.ISSUES;
        };
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
