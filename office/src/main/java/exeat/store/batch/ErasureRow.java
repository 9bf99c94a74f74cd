package exeat.store.batch;

import exeat.store.Bytes;
import exeat.store.Columns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is removed for good.
 *
 * @param steps whose payload and salt go
 * @param travellers whose keys go
 * @param papers whose numbers stay; all others of the stream go
 * @param wrapped another key of the stream, where nothing under the old one is needed
 * @param ground why, where it is of people; null for an issue's words
 */
@Columns("steps travellers papers wrapped ground")
public record ErasureRow(
        List<Long> steps,
        List<Integer> travellers,
        List<String> papers,
        @Nullable Bytes wrapped,
        @Nullable String ground) {}
