package exeat.rules.authority;

import java.util.Arrays;
import java.util.Optional;

/** The kind of days in which a limit counts. */
public enum DayCount {
    /** Every day of the calendar. */
    DAYS("days"),
    /**
     * The days on which the unit works. A limit in them never ends sooner than one of as many
     * calendar days.
     */
    WORKING_DAYS("working days");

    private final String word;

    DayCount(String word) {
        this.word = word;
    }

    /** The word for it in a pack. */
    public String word() {
        return word;
    }

    public static Optional<DayCount> of(String word) {
        return Arrays.stream(values()).filter(count -> count.word.equals(word)).findFirst();
    }
}
