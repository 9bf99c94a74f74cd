package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Which cases something happened in that may revoke a paper, in the order of the log; and the
 * places of papers in the lists, which stand among their numbers and begin with a digit.
 */
public final class RevocationStore {

    private static final String CHANGED =
            """
            select distinct e.stream
            from exeat.ledger_span l
                join exeat.event e on e.stream = l.stream and e.sequence between l.first and l.last
            where l.place > ? and l.place <= ?
                and e.type in ('revoked', 'withdrawn', 'withdrawal-undone', 'appeal-decided', 'erased')
            order by e.stream
            """;

    private final Database database;

    public RevocationStore(Database database) {
        this.database = database;
    }

    /** Where the last command's steps begin in the log; -1 while it is empty. */
    public long last() throws SQLException {
        try (var owner = database.owner()) {
            return Sql.one(
                            owner,
                            "select max(place) as place from exeat.ledger_span having max(place) >= 0",
                            row -> row.getLong("place"))
                    .orElse(-1L);
        }
    }

    /** The numbers of the streams, after one place and up to another. */
    public List<Long> changed(long after, long upTo) throws SQLException {
        try (var owner = database.owner()) {
            return Sql.query(owner, CHANGED, row -> row.getLong("stream"), after, upTo);
        }
    }

    /** The places of a case's papers, of the erased ones too, each as a list and an index. */
    public List<String> places(long stream) throws SQLException {
        try (var owner = database.owner()) {
            return Sql.query(
                    owner,
                    "select number from exeat.paper where stream = ? and number < 'A'",
                    row -> row.getString("number"),
                    stream);
        }
    }

    /** The list of the first paper that was sealed; empty if none was. */
    public Optional<String> firstList() throws SQLException {
        try (var owner = database.owner()) {
            return Sql.one(
                    owner,
                    """
                    select split_part(number, '/', 1) as list from exeat.paper where number < 'A'
                    order by number limit 1
                    """,
                    row -> row.getString("list"));
        }
    }
}
