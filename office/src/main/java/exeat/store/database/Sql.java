package exeat.store.database;

import exeat.store.Bytes;
import exeat.store.key.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JDBC with less noise: bind, run, map. A statement that commits by itself and whose answer is lost
 * fails as {@link OutcomeUnknownException}; so does {@link #commit}.
 */
public final class Sql {

    /** The server's code for a warning; that of a notice is another. */
    private static final String WARNING = "01000";

    private Sql() {}

    /** Reads one row. */
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    public static <T> List<T> query(
            Connection connection, String sql, Mapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            // And not executeQuery: what ends a transaction may come behind it, in one message.
            execute(connection, statement);
            try (var rows = statement.getResultSet()) {
                var list = new ArrayList<T>();
                while (rows.next()) {
                    list.add(mapper.map(rows));
                }
                return list;
            }
        }
    }

    public static <T> Optional<T> one(
            Connection connection, String sql, Mapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        return query(connection, sql, mapper, values).stream().findFirst();
    }

    public static void run(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            execute(connection, statement);
        }
    }

    private static void execute(Connection connection, PreparedStatement statement)
            throws SQLException {
        boolean commits = connection.getAutoCommit() && !connection.isReadOnly();
        try {
            statement.execute();
        } catch (SQLException failed) {
            throw commits && OutcomeUnknownException.isLost(failed)
                    ? new OutcomeUnknownException(failed)
                    : failed;
        }
        if (commits) {
            confirmed(statement.getWarnings());
        }
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Does something in one transaction: all of it, or nothing.
     *
     * @throws OutcomeUnknownException if it may have taken effect or not
     */
    public static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var result = work.in(connection);
            commit(connection);
            return result;
        } catch (SQLException | RuntimeException failed) {
            try {
                connection.rollback();
            } catch (SQLException gone) {
                // A connection that is lost takes nothing back, and must not hide why.
                failed.addSuppressed(gone);
            }
            throw failed;
        }
    }

    /**
     * Ends a transaction, and returns once it is on the disk and wherever else the server was told
     * to wait for.
     *
     * @throws OutcomeUnknownException if it may have taken effect or not
     */
    public static void commit(Connection connection) throws SQLException {
        connection.clearWarnings();
        try {
            connection.commit();
        } catch (SQLException failed) {
            throw OutcomeUnknownException.isLost(failed)
                    ? new OutcomeUnknownException(failed)
                    : failed;
        }
        confirmed(connection.getWarnings());
    }

    /**
     * A commit whose wait for a standby was ended is reported as done, with a warning: the next
     * switch to that standby takes it back. Nothing of ours warns by itself.
     */
    private static void confirmed(@Nullable SQLWarning warned) throws OutcomeUnknownException {
        for (var each = warned; each != null; each = each.getNextWarning()) {
            if (WARNING.equals(each.getSQLState())) {
                throw new OutcomeUnknownException("a commit was not confirmed by a standby");
            }
        }
    }

    public static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.of(row.getBytes(column));
    }

    static @Nullable public Bytes bytesOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getBytes(column);
        return value == null ? null : Bytes.of(value);
    }

    /** The keys of travellers, by number; none where there is nothing. */
    public static Map<Integer, Bytes> keys(ResultSet row) throws SQLException {
        var text = row.getString("traveller_keys");
        return text == null ? Map.of() : Vault.keys(text);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int at = 0; at < values.length; at++) {
            var value = values[at];
            switch (value) {
                case Instant instant ->
                        statement.setObject(at + 1, instant.atOffset(ZoneOffset.UTC));
                case Bytes bytes -> statement.setBytes(at + 1, bytes.array());
                case String[] texts ->
                        statement.setArray(
                                at + 1, statement.getConnection().createArrayOf("text", texts));
                case byte[][] many ->
                        statement.setArray(
                                at + 1, statement.getConnection().createArrayOf("bytea", many));
                case null, default -> statement.setObject(at + 1, value);
            }
        }
    }
}
