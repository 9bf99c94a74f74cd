package exeat.oversight;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;

/**
 * Something about a unit on which somebody must act. It stands at the top of the situation report
 * of that unit and of every level above it.
 *
 * @param unit the unit that it is about
 * @param words what is wrong, in English; without the name or number of a person or a case
 * @param since the day since which it is so
 * @param link the address of the page on which somebody can act
 */
public record Alarm(AuthorityId unit, Kind kind, String words, LocalDate since, String link) {

    /** What kind of thing; each has a heading under {@code alarm.KIND}. */
    public enum Kind {
        /** A unit, or what it must acknowledge, is not acknowledged. */
        NOT_ACKNOWLEDGED,
        /** A report that was due is not there. */
        REPORT_MISSING,
        /** An issue lies past its day. */
        ISSUE_LATE,
        /** Something that a watcher found in timestamps and outcomes. */
        WATCHER,
        /** A practice that reads as a rule which the directive does not have. */
        PRACTICE,
        /** What a local directive extends changed, and it is not proved against that. */
        PARENT_CHANGED
    }
}
