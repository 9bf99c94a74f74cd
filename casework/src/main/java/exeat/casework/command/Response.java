package exeat.casework.command;

import exeat.casework.event.Event;
import java.util.List;

/** What a command does. */
public sealed interface Response {

    /** Accepted: these events happen. */
    record Accepted(List<Event> events) implements Response {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Rejected: nothing has changed. */
    record Rejected(Rejection rejection) implements Response {}
}
