package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;

/** What a new office has come to once and for all; it names no case. */
public final class RoadStore {

    private static final String SQL =
            """
            select count(*) as n
            from (select stream from exeat.event where type = 'departed' limit ?) as departed
            """;

    private RoadStore() {}

    /**
     * How many departures were ever recorded, counted no further than a limit. It never goes down,
     * whatever becomes of these cases, so it tells nothing of what is asked for in them later.
     */
    public static int departures(Database database, int limit) throws SQLException {
        try (var owner = database.owner()) {
            return Sql.one(owner, SQL, row -> row.getInt("n"), limit).orElse(0);
        }
    }

    /** Whether any witness ever signed the log; a signature is only kept if it holds. */
    public static boolean isWitnessed(Database database) throws SQLException {
        try (var reader = database.reader().getConnection()) {
            return Sql.one(
                            reader,
                            "select exists (select size from exeat.ledger_cosignature) as is_so",
                            row -> row.getBoolean("is_so"))
                    .orElse(false);
        }
    }
}
