package exeat.store.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.store.ColumnNames;
import exeat.store.Columns;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.rows.ReadStore.Viewer;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who opened which file: written a batch at a time, read by the person alone. */
public final class AccessLogStore {

    private static final JsonMapper JSON = ColumnNames.mapper();

    private final Database database;
    private final ReadStore reading;

    public AccessLogStore(Database database, ReadStore reading) {
        this.database = database;
        this.reading = reading;
    }

    /**
     * One look.
     *
     * @param travellers of whom something was shown, if only that they are there
     * @param guarded of whom facts and finding were shown
     */
    @Columns("case account unit at travellers guarded")
    public record AccessRow(
            @com.fasterxml.jackson.annotation.JsonProperty("case") String key,
            String account,
            String unit,
            String at,
            SortedSet<Integer> travellers,
            SortedSet<Integer> guarded) {}

    /** Writes a batch, as one event. */
    public void write(List<AccessRow> looks, Instant now) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.query(
                    connection,
                    "select exeat.clerk_looks(?::jsonb, ?)",
                    row -> "",
                    JSON.writeValueAsString(looks),
                    now);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("access log entries cannot be written as JSON", broken);
        }
    }

    /**
     * A look at a case.
     *
     * @param guarded the travellers whose facts and finding were shown
     */
    public record AccessSeen(
            String account,
            String unit,
            Instant at,
            SortedSet<Integer> travellers,
            SortedSet<Integer> guarded) {}

    /** Every look at what these eyes may know of, the newest first. */
    public List<AccessSeen> seen(Viewer eyes) throws SQLException {
        return reading.as(
                eyes,
                connection ->
                        Sql.query(
                                connection,
                                """
                                select account, unit, at, travellers, guarded
                                from exeat.look order by at desc, sequence desc, n desc
                                """,
                                row ->
                                        new AccessSeen(
                                                row.getString("account"),
                                                row.getString("unit"),
                                                Sql.instant(row, "at"),
                                                numbers(row.getArray("travellers")),
                                                numbers(row.getArray("guarded")))));
    }

    private static SortedSet<Integer> numbers(Array numbers) throws SQLException {
        return new TreeSet<>(Arrays.asList((Integer[]) numbers.getArray()));
    }
}
