package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What was erased, and which cases rest so long that the clock asks whether they may be kept. */
public final class ErasureStore {

    private final Database database;

    public ErasureStore(Database database) {
        this.database = database;
    }

    /** An event that says that something was erased; sealed, with what opens it. */
    public record Said(String key, long sequence, Instant at, Bytes sealed, Bytes wrapped) {}

    public List<Said> erased() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select key, sequence, at, sealed, wrapped from exeat.clerk_erased()",
                    row ->
                            new Said(
                                    row.getString("key"),
                                    row.getLong("sequence"),
                                    Sql.instant(row, "at"),
                                    Sql.bytes(row, "sealed"),
                                    Sql.bytes(row, "wrapped")));
        }
    }

    /** The keys of issues of those who were erased, whose words are still there. */
    public List<String> issues(int limit) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select key from exeat.clerk_issues_going(?)",
                    row -> row.getString("key"),
                    limit);
        }
    }

    /** The keys of cases of a directive whose last event is older, the next ones after one. */
    public List<String> resting(String directive, Instant before, String after, int limit)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select key from exeat.clerk_resting(?, ?, ?, ?)",
                    row -> row.getString("key"),
                    directive,
                    before,
                    after,
                    limit);
        }
    }
}
