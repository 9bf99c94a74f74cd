package exeat.oversight;

import exeat.rules.source.StoredWord;
import java.util.Optional;

/** What the report shows week by week. */
public enum WeeklyFlow implements StoredWord {
    RECEIVED("RECEIVED"),
    /** The rules found something, or a person decided. */
    DECIDED("DECIDED"),
    /** A person refused, as two officers. Reports sent before it was counted do not have it. */
    REFUSED("REFUSED"),
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
            case REFUSED -> Optional.of(REFUSED);
            case AUTHORISED -> Optional.of(AUTHORISED);
            case DEPARTED -> Optional.of(DEPARTED);
            case PASSED_ON,
                    TAKEN_OVER,
                    UNDER_WAY,
                    FOR_PERSON,
                    WAITING,
                    REFERRED,
                    HELD,
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
