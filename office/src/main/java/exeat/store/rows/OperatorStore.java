package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operators of the machine, and what they did. */
public final class OperatorStore {

    private final Database database;

    public OperatorStore(Database database) {
        this.database = database;
    }

    /**
     * An operator.
     *
     * @param key Ed25519, 32 bytes
     * @param addedBy empty for the first one
     */
    public record Row(
            String id,
            Bytes key,
            Instant added,
            Optional<String> addedBy,
            Optional<Instant> ended) {}

    /**
     * Something that an operator did.
     *
     * @param place counted from 1
     * @param signature by the operator's key
     */
    public record Act(long place, String operator, String what, Instant at, Bytes signature) {}

    /**
     * An act with the time that the log gives it.
     *
     * @param logged no earlier than what stands before it in the log; empty while it waits there
     */
    public record Logged(Act act, Optional<Instant> logged) {}

    /** What the database made of an act. */
    public enum ActResult {
        DONE,
        /** There is no operator yet: the first signs for themselves. */
        FIRST,
        /** The signer is no operator, or no longer one. */
        NOBODY,
        /** The name or the key is or was another operator's. */
        TAKEN,
        /** There is no such operator to end. */
        UNKNOWN,
        /** This operator did something at that very moment. */
        AGAIN
    }

    /** Adds one by an act of another, or the first by their own. */
    public ActResult add(String id, Bytes key, Act act) throws SQLException {
        return outcome(
                "select exeat.clerk_operator_add(?, ?, ?, ?, ?, ?) as done",
                id,
                key,
                act.operator(),
                act.what(),
                act.at(),
                act.signature());
    }

    /** From now on this one acts no more. */
    public ActResult end(String id, Act act) throws SQLException {
        return outcome(
                "select exeat.clerk_operator_end(?, ?, ?, ?, ?) as done",
                id,
                act.operator(),
                act.what(),
                act.at(),
                act.signature());
    }

    private ActResult outcome(String sql, Object... values) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(connection, sql, row -> row.getString("done"), values)
                    .map(word -> ActResult.valueOf(word.toUpperCase(Locale.ROOT)))
                    .orElse(ActResult.UNKNOWN);
        }
    }

    /** What they did, in the order of the log. */
    public List<Logged> log() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    """
                    select place, operator, what, at, signature, logged
                    from exeat.clerk_operator_log()
                    """,
                    OperatorStore::logged);
        }
    }

    /** Keeps what one did; false when they are none any more, or did something at that moment. */
    public boolean act(String operator, String what, Instant at, Bytes signature)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_operator_act(?, ?, ?, ?) as done",
                            row -> row.getBoolean("done"),
                            operator,
                            what,
                            at,
                            signature)
                    .orElse(false);
        }
    }

    /** Keeps the settings that are in force; whether they are others than before. */
    public boolean settings(String text) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_settings(?) as done",
                            row -> row.getBoolean("done"),
                            text)
                    .orElse(false);
        }
    }

    public List<Row> all() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select id, key, added, added_by, ended from exeat.clerk_operators()",
                    OperatorStore::row);
        }
    }

    public List<Act> acts() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select place, operator, what, at, signature from exeat.clerk_operator_acts()",
                    OperatorStore::act);
        }
    }

    /** The row of an operator, with the columns of the table. */
    public static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                Sql.bytes(row, "key"),
                Sql.instant(row, "added"),
                Optional.ofNullable(row.getString("added_by")),
                row.getObject("ended") == null
                        ? Optional.empty()
                        : Optional.of(Sql.instant(row, "ended")));
    }

    /** An act and the time that the log gives it. */
    public static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                act(row),
                row.getObject("logged") == null
                        ? Optional.empty()
                        : Optional.of(Sql.instant(row, "logged")));
    }

    /** The row of an act, with the columns of the table. */
    public static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getLong("place"),
                row.getString("operator"),
                row.getString("what"),
                Sql.instant(row, "at"),
                Sql.bytes(row, "signature"));
    }
}
