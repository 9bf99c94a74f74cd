package exeat.casework.command;

import exeat.casework.event.Event;
import java.util.List;

/** What a command does. */
public sealed interface Response {

    /** It happens. */
    record Accepted(List<Event> events) implements Response {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It does not, and nothing has changed. */
    record Rejected(Rejection rejection) implements Response {}
}
