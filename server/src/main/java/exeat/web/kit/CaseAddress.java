package exeat.web.kit;

import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;

/** The address at which officers see a case. */
public final class CaseAddress {

    /** The parameter that says which traveller of a case is open, by number. */
    public static final String PERSON = "person";

    private CaseAddress() {}

    /** The case with this traveller open. */
    public static String of(StreamId.CaseId id, TravellerNo no) {
        return of(id) + "?" + PERSON + "=" + no;
    }

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
