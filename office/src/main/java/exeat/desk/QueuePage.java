package exeat.desk;

import java.util.List;
import java.util.Optional;

/**
 * A part of a queue, in its order: day due, then since when, then number.
 *
 * @param next what to pass as {@code after} for the part that follows; none at the end
 * @param total how many rows the whole queue has
 */
public record QueuePage(List<QueueRow> rows, Optional<String> next, long total) {
    public QueuePage {
        rows = List.copyOf(rows);
    }
}
