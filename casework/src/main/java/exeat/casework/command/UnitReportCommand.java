package exeat.casework.command;

import exeat.casework.state.CaseHandling;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Application;
import exeat.casework.value.BriefingCheck;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.Consequence;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import exeat.rules.source.StoredWord;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    record AddComment(StreamId.ReportId stream, int report, String words) implements UnitReportCommand {}
}
