package exeat.casework.command;

import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A command on what a unit reports upward. */
public sealed interface UnitReportCommand extends Command {
    @Override
    StreamId.ReportId stream();

    /**
     * Time has passed: what is due is opened, what is missing is chased. Given by the clock alone.
     *
     * @param received the day on which the unit was handed the directive, where nothing was due yet
     */
    record CheckReportDeadlines(StreamId.ReportId stream, Optional<LocalDate> received)
            implements UnitReportCommand {}

    /**
     * A unit reports.
     *
     * @param figures the desk's to fill in, whatever the caller put there
     */
    record SendReport(StreamId.ReportId stream, String words, Optional<ReportFigures> figures)
            implements UnitReportCommand {
        /** As a caller gives it. */
        public SendReport(StreamId.ReportId stream, String words) {
            this(stream, words, Optional.empty());
        }
    }

    /** A level above asks a unit for a report by a day. */
    record RequestReport(StreamId.ReportId stream, LocalDate by, String words)
            implements UnitReportCommand {}

    /** A level above adds its words under a report. */
    record AddComment(StreamId.ReportId stream, int report, String words)
            implements UnitReportCommand {}
}
