package exeat.rules.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A rule of the table of the paper; see {@link Burden}. */
public record PaperRow(
        int validityDays,
        boolean reentry,
        int decisionDays,
        BigDecimal fee,
        int appearances,
        int interviews,
        Optional<Integer> quota,
        List<GivenOutput> outputs) {
    public PaperRow {
        outputs = List.copyOf(outputs);
    }
}
