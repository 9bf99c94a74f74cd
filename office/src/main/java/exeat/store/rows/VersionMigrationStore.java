package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How far the clock has come in looking at every case of a directive after a change to it. */
public final class VersionMigrationStore {

    private final Database database;

    public VersionMigrationStore(Database database) {
        this.database = database;
    }

    /**
     * The key after which to go on; empty when all were looked at.
     *
     * @param mark which change it is about; another one begins anew
     */
    public Optional<String> begin(String directive, String mark) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                            connection,
                            "select coalesce(exeat.clerk_pass(?, ?), '-') as after",
                            row -> row.getString("after"),
                            directive,
                            mark)
                    .stream()
                    .filter(after -> !after.equals("-"))
                    .findFirst();
        }
    }

    /** The keys of the next cases of a directive, in their order. */
    public List<String> cases(String directive, String after, int limit) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select key from exeat.clerk_cases(?, ?, ?)",
                    row -> row.getString("key"),
                    directive,
                    after,
                    limit);
        }
    }

    /** These were looked at. */
    public void passed(String directive, String mark, String after, boolean done)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_passed(?, ?, ?, ?)",
                    directive,
                    mark,
                    after,
                    done);
        }
    }
}
