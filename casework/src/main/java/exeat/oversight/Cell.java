package exeat.oversight;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One counter of the report.
 *
 * @param began the local day on which what is counted began
 * @param due the last day for it, if it has one
 */
public record Cell(AuthorityId authority, Measure measure, LocalDate began, Optional<LocalDate> due)
        implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::authority)
                    .thenComparing(Cell::measure)
                    .thenComparing(Cell::began)
                    .thenComparing(cell -> cell.due().orElse(LocalDate.MAX));

    /** The order in which a batch writes them, so that two writers never wait on each other. */
    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
