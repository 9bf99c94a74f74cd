package exeat.store.rows;

import exeat.rules.document.DirectiveRef;
import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.rows.ReadStore.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what people are found: keyed hashes, of which nobody learns a name. */
public final class SearchStore {

    private final Database database;

    public SearchStore(Database database) {
        this.database = database;
    }

    /**
     * A case that a search met; sealed, without the keys of its travellers.
     *
     * @param traveller whose tokens it met; empty where a number was looked for
     */
    public record Met(ReadStore.Stream stream, OptionalInt traveller) {}

    /** The case of an application's or a paper's number, if it is in the jurisdiction. */
    public List<Met> byNumber(Viewer eyes, String application, String paper) throws SQLException {
        return met(eyes, application, paper, null, 2);
    }

    /**
     * The travellers in the jurisdiction who have all the tokens of one of these lists.
     *
     * @param limit for each list
     */
    public List<Met> byTokens(Viewer eyes, List<List<Long>> tokens, int limit) throws SQLException {
        return met(eyes, "", "", json(tokens), limit);
    }

    private List<Met> met(
            Viewer eyes, String application, String paper, @Nullable String tokens, int limit)
            throws SQLException {
        var sql =
                """
                select key, version, directive_id, directive_version, directive_hash, state,
                    wrapped, traveller
                from exeat.reading_search(?, ?, ?::jsonb, ?)
                """;
        return new ReadStore(database)
                .as(
                        eyes,
                        c ->
                                Sql.query(
                                        c,
                                        sql,
                                        SearchStore::met,
                                        application,
                                        paper,
                                        tokens,
                                        limit));
    }

    private static Met met(ResultSet row) throws SQLException {
        int traveller = row.getInt("traveller");
        boolean none = row.wasNull();
        return new Met(
                new ReadStore.Stream(
                        row.getString("key"),
                        row.getLong("version"),
                        new DirectiveRef(
                                row.getString("directive_id"),
                                row.getString("directive_version"),
                                row.getString("directive_hash")),
                        Sql.bytes(row, "state"),
                        Sql.bytes(row, "wrapped"),
                        Map.of()),
                none ? OptionalInt.empty() : OptionalInt.of(traveller));
    }

    /** Whether tokens have to be made. */
    public boolean isWaiting() throws SQLException {
        try (var connection = database.writer().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.search_waits() as it",
                            row -> row.getBoolean("it"))
                    .orElse(false);
        }
    }

    /** A case with travellers whose tokens have to be made; sealed. */
    public record Waiting(String key, long version, Bytes state, Bytes wrapped) {}

    /** The next ones; none for a session that is not the clock's. */
    public List<Waiting> waiting(Bytes session, Instant now, int limit) throws SQLException {
        try (var connection = database.writer().getConnection()) {
            return Sql.query(
                    connection,
                    "select key, version, state, wrapped from exeat.search_waiting(?, ?, ?)",
                    row ->
                            new Waiting(
                                    row.getString("key"),
                                    row.getLong("version"),
                                    Sql.bytes(row, "state"),
                                    Sql.bytes(row, "wrapped")),
                    session,
                    now,
                    limit);
        }
    }

    /** A traveller's tokens. */
    public record Tokens(String stream, int traveller, List<Long> tokens) {
        public Tokens {
            tokens = List.copyOf(tokens);
        }

        private String json() {
            return "{\"stream\":\"%s\",\"traveller\":%d,\"tokens\":%s}"
                    .formatted(stream, traveller, tokens);
        }
    }

    /**
     * Writes the tokens of travellers who wait for them and were not erased meanwhile.
     *
     * @param key the number of the master key
     * @return of how many travellers
     */
    public int fill(Bytes session, Instant now, String key, List<Tokens> tokens)
            throws SQLException {
        var rows = tokens.stream().map(Tokens::json).collect(Collectors.joining(",", "[", "]"));
        try (var connection = database.writer().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.search_fill(?, ?, ?, ?::jsonb) as n",
                            row -> row.getInt("n"),
                            session,
                            now,
                            key,
                            rows)
                    .orElse(0);
        }
    }

    private static String json(List<List<Long>> lists) {
        return lists.stream().map(List::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
