package exeat.desk.write;

import exeat.casework.event.Event;
import exeat.desk.projection.LoadedStream;
import exeat.store.Bytes;
import exeat.store.batch.BatchStore;
import java.time.Instant;
import java.util.List;

/** The decision on one command. */
public sealed interface Decision {
    /** Nothing is to be written. */
    record Replied(Reply reply) implements Decision {}

    /** It broke; alone, as it should. */
    record Broken(RuntimeException why) implements Decision {}

    /** The key is in this batch already: the command waits for that answer. */
    record Deferred() implements Decision {}

    /**
     * This is to be written, and then answered.
     *
     * @param sequence of the last event, as the caller is told it
     */
    record Decided(
            WriteJob job,
            BatchStore.Row row,
            long sequence,
            List<Event> told,
            Instant inLogBy,
            LoadedStream after)
            implements Decision {

        boolean isNew() {
            return row.expected() == 0;
        }

        Reply done(Bytes leaf) {
            return new Reply.Done(job.command().stream(), sequence, told, leaf.hex(), inLogBy);
        }
    }
}
