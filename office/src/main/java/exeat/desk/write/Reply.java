package exeat.desk.write;

import exeat.casework.command.Rejection;
import exeat.casework.event.Event;
import exeat.casework.value.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The answer to a command. */
public sealed interface Reply {

    /**
     * It is done, and survives any crash.
     *
     * @param sequence of the last event in its stream
     * @param leaf the hash of the last event's leaf in the ledger, lower-case hex
     * @param inLogBy the time by which that leaf is in the ledger
     */
    record Done(StreamId stream, long sequence, List<Event> events, String leaf, Instant inLogBy)
            implements Reply {
        public Done {
            events = List.copyOf(events);
        }
    }

    /** Nothing has changed; the same key may try again. */
    record Rejected(Rejection rejection) implements Reply {}

    /** The key was used for another command. */
    record KeyReused() implements Reply {}

    /** No answer yet: the same key may, and should, try again. */
    sealed interface Later extends Reply {

        /** When to try again. */
        Duration retryAfter();
    }

    /** The queue is full or the database is away, and nothing was done. */
    record Busy(Duration retryAfter) implements Later {}

    /**
     * It was written and the database's answer was lost, or is still to come: it was done or was
     * not, and nobody may be told either. The same key tells.
     */
    record OutcomeUnknown(Duration retryAfter) implements Later {}
}
