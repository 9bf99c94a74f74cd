package exeat.casework.command;

import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A command on a unit's reports. */
public sealed interface UnitReportCommand extends Command {
    @Override
    StreamId.ReportId stream();

    /**
     * Time has passed: due reports are opened and missing ones are chased. Only the clock sends
     * this.
     *
     * @param received the day on which the unit was handed the directive, where nothing was due yet
     */
    record CheckReportDeadlines(StreamId.ReportId stream, Optional<LocalDate> received)
            implements UnitReportCommand {}

    /**
     * A unit reports.
     *
     * @param figures filled in by the office; what the caller gives is ignored
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

    /** A level above adds remarks to a report. */
    record AddComment(StreamId.ReportId stream, int report, String words)
            implements UnitReportCommand {}
}
