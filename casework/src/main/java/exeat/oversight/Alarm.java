package exeat.oversight;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;

/**
 * Something about a unit that somebody must act on. It is shown at the top of the situation report
 * of that unit and of every level above it.
 *
 * @param unit the unit that it is about
 * @param words what is wrong, in English; without the name or number of a person or a case
 * @param since the day on which it began
 * @param link the address of the page on which somebody can act
 */
public record Alarm(AuthorityId unit, Kind kind, String words, LocalDate since, String link) {

    /** What kind of thing; each has a heading under {@code alarm.KIND}. */
    public enum Kind {
        /** A unit has not acknowledged the directive or a clarification. */
        NOT_ACKNOWLEDGED,
        /** A due report is missing. */
        REPORT_MISSING,
        /** An issue is overdue. */
        ISSUE_LATE,
        /** Something that a watcher found in timestamps and outcomes. */
        WATCHER,
        /** A practice that amounts to a rule that the directive does not have. */
        PRACTICE,
        /**
         * The directive above a local one has changed, and the local one is not proved against it.
         */
        PARENT_CHANGED
    }
}
