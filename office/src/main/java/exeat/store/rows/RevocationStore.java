package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;
import java.util.List;

/** Which cases something happened in that may revoke a paper, in the order of the log. */
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
}
