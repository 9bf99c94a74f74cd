package exeat.casework.value;

import exeat.rules.finding.Purpose;
import exeat.rules.source.StoredWord;
import java.util.EnumSet;
import java.util.Set;

/** What a traveller may give up, and must have been told before they confirm. */
public enum Consequence implements StoredWord {
    NATIONALITY("NATIONALITY"),
    RESIDENCE("RESIDENCE"),
    WAY_BACK("WAY_BACK");

    private final String stored;

    Consequence(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }

    /**
     * What somebody with this purpose must be told. A trip keeps everything, and that is told too.
     */
    public static Set<Consequence> of(Purpose purpose) {
        return switch (purpose) {
            case SETTLE, RETURN -> EnumSet.allOf(Consequence.class);
            case TRIP -> EnumSet.noneOf(Consequence.class);
        };
    }
}
