package exeat.store.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.store.Bytes;
import exeat.store.ColumnNames;
import exeat.store.Columns;
import exeat.store.batch.BatchStore;
import exeat.store.batch.ClarificationRow;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what follows from events again, as the owner, a stream at a time, beside a running server.
 * The counters of reports are counted into a version of their own, which nobody reads until all
 * streams are in it; see the table {@code projection}.
 */
public final class RebuildStore {

    private static final JsonMapper JSON = ColumnNames.mapper();

    private final Database database;

    public RebuildStore(Database database) {
        this.database = database;
    }

    /**
     * Which counters are read, and which are being counted.
     *
     * @param next the version that is being counted
     * @param after the last stream that is in it; all before it are as well
     */
    public record Standing(int version, Optional<Integer> next, long after) {}

    public Standing standing() throws SQLException {
        try (var owner = database.owner()) {
            return standing(owner);
        }
    }

    private static Standing standing(Connection owner) throws SQLException {
        return Sql.query(
                        owner,
                        "select version, next, after from exeat.projection",
                        RebuildStore::standing)
                .getFirst();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt("version"),
                Optional.ofNullable(row.getObject("next", Integer.class)),
                row.getLong("after"));
    }

    /**
     * Says what this program counts, where nothing was counted before.
     *
     * @return whether all of it is counted
     */
    public boolean counts(Collection<String> measures) throws SQLException {
        Object all = measures.toArray(String[]::new);
        try (var owner = database.owner()) {
            return Sql.query(
                            owner,
                            "select exeat.counted_measures(?) as all",
                            row -> row.getBoolean("all"),
                            all)
                    .getFirst();
        }
    }

    /**
     * Begins to count anew, or goes on where it was cut short.
     *
     * <p>A crash before the end leaves the counters that are read as they were.
     */
    public Standing begin(Collection<String> measures) throws SQLException {
        Object all = measures.toArray(String[]::new);
        try (var owner = database.owner()) {
            Sql.query(owner, "select exeat.rebuild_begin(?)::text as void", row -> "", all);
            return standing(owner);
        }
    }

    /** A file that was taken before others, and when. */
    @Columns("place traveller task unit account why at")
    public record Jump(
            int place,
            int traveller,
            String task,
            String unit,
            String account,
            String why,
            String at) {}

    /** Who may have a traveller's key. */
    @Columns("traveller units parties")
    public record Sight(int traveller, Set<String> units, Set<Integer> parties) {}

    /**
     * Everything that is written beside a stream's events.
     *
     * @param version the one that it was worked out of
     * @param directive the id of the one under which it is
     */
    @Columns(
            "stream version directive holder number due authorities work sights papers jumps alarms issues "
                    + "clarifications duties tenures signatures briefedUnits briefedOfficers cells")
    public record Rows(
            long stream,
            long version,
            String directive,
            @Nullable String holder,
            @Nullable String number,
            @Nullable String due,
            Set<String> authorities,
            List<BatchStore.Work> work,
            List<Sight> sights,
            Set<String> papers,
            List<Jump> jumps,
            List<BatchStore.Alarm> alarms,
            List<BatchStore.Issue> issues,
            List<ClarificationRow> clarifications,
            List<BatchStore.Duty> duties,
            List<BatchStore.Tenure> tenures,
            List<BatchStore.Signature> signatures,
            List<BatchStore.BriefedUnit> briefedUnits,
            List<BatchStore.BriefedOfficer> briefedOfficers,
            List<BatchStore.Cell> cells) {}

    /**
     * Writes a stream's rows in place of those that are there.
     *
     * @return false if it has other events by now, so that the rows are worked out of too few
     */
    public boolean write(Rows rows, Bytes state) throws SQLException {
        try (var owner = database.owner()) {
            return Sql.query(
                            owner,
                            "select exeat.rebuild_stream(?::jsonb, ?) as done",
                            row -> row.getBoolean("done"),
                            json(rows),
                            state)
                    .getFirst();
        }
    }

    /** Remembers that all streams up to this one are counted. */
    public void passed(long stream) throws SQLException {
        try (var owner = database.owner()) {
            Sql.run(owner, "update exeat.projection set after = ?", stream);
        }
    }

    /**
     * From now on the new counters are read, and the old ones go.
     *
     * @throws SQLException if a stream is not counted
     */
    public void finish() throws SQLException {
        try (var owner = database.owner()) {
            Sql.query(owner, "select exeat.rebuild_finish()::text as void", row -> "");
        }
    }

    private static String json(Rows rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("rows cannot be written as JSON", broken);
        }
    }
}
