package exeat.oversight;

import exeat.rules.source.StoredWord;
import java.util.Optional;

/** What the report shows week by week. */
public enum WeeklyFlow implements StoredWord {
    RECEIVED("RECEIVED"),
    /** The rules found something, or a person decided. */
    DECIDED("DECIDED"),
    AUTHORISED("AUTHORISED"),
    DEPARTED("DEPARTED");

    private final String stored;

    WeeklyFlow(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }

    static Optional<WeeklyFlow> of(Measure measure) {
        return switch (measure) {
            case RECEIVED -> Optional.of(RECEIVED);
            case APPROVE_ALWAYS, APPROVE_IN_GENERAL, REFER -> Optional.of(DECIDED);
            case AUTHORISED -> Optional.of(AUTHORISED);
            case DEPARTED -> Optional.of(DEPARTED);
            case UNDER_WAY,
                    FOR_PERSON,
                    WAITING,
                    REFERRED,
                    HELD,
                    REFUSED,
                    SET_ASIDE,
                    REVOKED,
                    WITHDRAWN,
                    SUSPENDED,
                    DELAY,
                    JUMPED ->
                    Optional.empty();
        };
    }
}
