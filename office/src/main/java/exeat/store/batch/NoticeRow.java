package exeat.store.batch;

import exeat.store.Columns;
import org.jspecify.annotations.Nullable;

/**
 * What a command means for somebody's notices.
 *
 * @param what {@link #NOW} or {@link #DIGEST} for what is to be told, {@link #SILENT} where nothing
 *     is any more, {@link #OFF} where the address is forgotten too
 * @param due when it is told; null where nothing is
 */
@Columns("traveller what due")
public record NoticeRow(int traveller, String what, @Nullable String due) {
    public static final String NOW = "now";
    public static final String DIGEST = "digest";
    public static final String SILENT = "silent";
    public static final String OFF = "off";
}
