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
public record ReportCounter(
        AuthorityId authority, Measure measure, LocalDate began, Optional<LocalDate> due)
        implements Comparable<ReportCounter> {

    private static final Comparator<ReportCounter> ORDER =
            Comparator.comparing(ReportCounter::authority)
                    .thenComparing(ReportCounter::measure)
                    .thenComparing(ReportCounter::began)
                    .thenComparing(cell -> cell.due().orElse(LocalDate.MAX));

    /** The order in which a batch writes them, so that two writers never wait on each other. */
    @Override
    public int compareTo(ReportCounter other) {
        return ORDER.compare(this, other);
    }
}
