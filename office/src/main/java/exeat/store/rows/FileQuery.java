package exeat.store.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which files an auditor looks for.
 *
 * @param types with a step of one of these types; empty for any
 * @param holder at this unit now
 * @param from whose first step was at that moment or later
 * @param until whose first step was before that moment
 * @param after that come after the file with this key; nothing comes after one that there is not
 */
public record FileQuery(
        List<String> types,
        Optional<String> holder,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> after) {
    public FileQuery {
        types = List.copyOf(types);
    }
}
