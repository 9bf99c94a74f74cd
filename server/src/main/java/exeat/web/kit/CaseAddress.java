package exeat.web.kit;

import exeat.casework.value.StreamId;

/** The address at which officers see a case. */
public final class CaseAddress {

    private CaseAddress() {}

    /** Contains the case's random id, never a person's name or number. */
    public static String of(StreamId stream) {
        return switch (stream) {
            case StreamId.CaseId id -> "/officer/case/" + id.value();
            case StreamId.BriefingId id -> "/officer/briefing";
            case StreamId.IssueId id -> "/officer/issues";
            case StreamId.AlarmId id -> "/officer/alarms";
            case StreamId.ReportId id -> "/officer/reports";
        };
    }
}
