package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

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

    /**
     * The event of the register that tells an erasure without anything of a person.
     *
     * @param step of the case, at which it was erased
     * @param sequence of the event that tells it
     * @param before the leaf before it, in hexadecimal digits
     * @param place in the log; empty while it waits for one
     */
    public record Told(
            String erased,
            long step,
            long sequence,
            Instant at,
            Bytes payloadHash,
            Bytes leaf,
            String before,
            Bytes salt,
            String payload,
            OptionalLong place) {}

    /** Every erasure that was told, in its order. */
    public List<Told> told() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    """
                    select erased, step, sequence, at, payload_hash, leaf, before, salt, payload,
                        place
                    from exeat.clerk_erasures_told()
                    """,
                    ErasureStore::told);
        }
    }

    private static Told told(ResultSet row) throws SQLException {
        long place = row.getLong("place");
        return new Told(
                row.getString("erased"),
                row.getLong("step"),
                row.getLong("sequence"),
                Sql.instant(row, "at"),
                Sql.bytes(row, "payload_hash"),
                Sql.bytes(row, "leaf"),
                row.getString("before"),
                Sql.bytes(row, "salt"),
                row.getString("payload"),
                row.getObject("place") == null ? OptionalLong.empty() : OptionalLong.of(place));
    }

    /** Tells one that an earlier version did not tell; false where it is told. */
    public boolean tell(String key, long step, List<Integer> travellers, String ground, Instant at)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_erasure_told(?, ?, ?::jsonb, ?, ?) as done",
                            row -> row.getBoolean("done"),
                            key,
                            step,
                            travellers.toString(),
                            ground,
                            at)
                    .orElse(false);
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
