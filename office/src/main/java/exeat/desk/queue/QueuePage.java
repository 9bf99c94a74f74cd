package exeat.desk.queue;

import java.util.List;
import java.util.Optional;

/**
 * A part of a queue, in its order: day due, then since when, then number.
 *
 * @param next what to pass as {@code after} for the part that follows; none at the end
 * @param total how many rows the whole queue has, as far as they were counted
 * @param exact whether all of them were
 */
public record QueuePage(List<QueueRow> rows, Optional<String> next, long total, boolean exact) {
    /** A queue that is hidden from this reader. */
    static final QueuePage NOTHING = new QueuePage(List.of(), Optional.empty(), 0, true);

    public QueuePage {
        rows = List.copyOf(rows);
    }
}
