package exeat.rules.authority;

import java.util.Arrays;
import java.util.Optional;

/** In what a limit counts. */
public enum Count {
    /** Every day of the calendar. */
    DAYS("days"),
    /** The days on which the unit works. So many are never over sooner than as many days. */
    WORKING_DAYS("working days");

    private final String word;

    Count(String word) {
        this.word = word;
    }

    /** As a pack says it. */
    public String word() {
        return word;
    }

    public static Optional<Count> of(String word) {
        return Arrays.stream(values()).filter(count -> count.word.equals(word)).findFirst();
    }
}
