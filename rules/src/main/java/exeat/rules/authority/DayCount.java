package exeat.rules.authority;

import java.util.Arrays;
import java.util.Optional;

/** In what a limit counts. */
public enum DayCount {
    /** Every day of the calendar. */
    DAYS("days"),
    /** The days on which the unit works. So many are never over sooner than as many days. */
    WORKING_DAYS("working days");

    private final String word;

    DayCount(String word) {
        this.word = word;
    }

    /** As a pack says it. */
    public String word() {
        return word;
    }

    public static Optional<DayCount> of(String word) {
        return Arrays.stream(values()).filter(count -> count.word.equals(word)).findFirst();
    }
}
