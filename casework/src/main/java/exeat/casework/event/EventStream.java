package exeat.casework.event;

import exeat.casework.value.StreamId;
import exeat.rules.source.StoredWord;

/** The kinds of streams that have events, each with the closed set that belongs to it. */
public enum EventStream implements StoredWord {
    CASE("case", CaseEvent.class),
    BRIEFING("briefing", BriefingEvent.class),
    ALARM("alarm", AlarmEvent.class),
    ISSUE("issue", IssueEvent.class),
    REPORT("report", ReportEvent.class);

    private final String stored;
    private final Class<? extends Event> events;

    EventStream(String stored, Class<? extends Event> events) {
        this.stored = stored;
        this.events = events;
    }

    @Override
    public String stored() {
        return stored;
    }

    public static EventStream of(StreamId stream) {
        return switch (stream) {
            case StreamId.CaseId _ -> CASE;
            case StreamId.BriefingId _ -> BRIEFING;
            case StreamId.AlarmId _ -> ALARM;
            case StreamId.IssueId _ -> ISSUE;
            case StreamId.ReportId _ -> REPORT;
        };
    }

    /** The stream to which events of a type belong. */
    static EventStream of(Class<? extends Event> type) {
        for (var stream : values()) {
            if (stream.events.isAssignableFrom(type)) {
                return stream;
            }
        }
        throw new IllegalStateException(type + " belongs to no stream");
    }
}
