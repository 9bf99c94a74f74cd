package exeat.casework.event;

import exeat.casework.state.UnitReports;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ReportFigures;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An event in what a unit reports upward. */
public sealed interface ReportEvent extends Event {

    /**
     * A report is due by the pack's dates.
     *
     * @param due its number
     * @param by the last day for it
     */
    record ReportDue(int due, UnitReports.ReportReason why, LocalDate by) implements ReportEvent {}

    /** A level above asked for a report. */
    record ReportAsked(int due, LocalDate by, AuthorityId unit, OfficerId officer, String words)
            implements ReportEvent {}

    /** It is overdue: the unit is reminded, and until a given day nobody else. */
    record ReportReminded(int due, LocalDate until) implements ReportEvent {}

    /**
     * It is still missing: a level above is told.
     *
     * @param until when only that level knows of it; empty at the top
     */
    record ReportMissed(int due, AuthorityId to, Optional<LocalDate> until)
            implements ReportEvent {}

    /**
     * A unit reports.
     *
     * @param report its number
     * @param directive the version whose tree the figures refer to
     * @param settles the numbers of the due reports that it settles
     */
    record ReportSent(
            int report,
            DirectiveRef directive,
            List<Integer> settles,
            AuthorityId unit,
            OfficerId by,
            String words,
            ReportFigures figures)
            implements ReportEvent {
        public ReportSent {
            settles = List.copyOf(settles);
        }
    }

    /** A level above adds remarks to a report. */
    record WordsAdded(int report, AuthorityId unit, OfficerId by, String words)
            implements ReportEvent {}
}
