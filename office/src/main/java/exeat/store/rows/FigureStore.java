package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.rows.ReadStore.Viewer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of reports, which are kept by directive: as far as a session may see them, and whole
 * for figures whose few are hidden.
 */
public final class FigureStore {

    private final Database database;
    private final ReadStore reading;

    public FigureStore(Database database) {
        this.database = database;
        this.reading = new ReadStore(database);
    }

    /** Counters added up; see the function report_sums. */
    public record Sum(
            String authority, String measure, LocalDate week, int age, boolean late, long n) {}

    /**
     * Which counters are asked for.
     *
     * @param directive its id
     * @param day on which age and lateness are worked out
     * @param before the week that stands for all before the first one that is shown
     */
    public record Wanted(String directive, List<String> units, LocalDate day, LocalDate before) {
        public Wanted {
            units = List.copyOf(units);
        }
    }

    /**
     * A mandate of a session's officer by which they may see a unit's figures.
     *
     * @param unit the mandate's own, which may be above that one
     */
    public record Shared(String directive, String unit) {}

    /** Those in sight of the mandate under which the session acts; of no other directive any. */
    public List<Sum> sums(Viewer eyes, Wanted wanted) throws SQLException {
        return sums(eyes, "report_sums", wanted);
    }

    /**
     * Those in sight of the officer's own mandate of any directive, for what several come to
     * together.
     */
    public List<Sum> shared(Viewer eyes, Wanted wanted) throws SQLException {
        return sums(eyes, "reading_shared_sums", wanted);
    }

    private List<Sum> sums(Viewer eyes, String function, Wanted wanted) throws SQLException {
        return reading.as(eyes, connection -> sums(connection, function, wanted));
    }

    /** By which mandates the session's officer may see a unit's figures, in their order. */
    public List<Shared> mandates(Viewer eyes, String unit) throws SQLException {
        return reading.as(
                eyes,
                connection ->
                        Sql.query(
                                connection,
                                "select directive, unit from exeat.reading_shared(?)",
                                row ->
                                        new Shared(
                                                row.getString("directive"), row.getString("unit")),
                                unit));
    }

    /** All of them, regardless of who may see them. */
    public List<Sum> whole(Wanted wanted) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return sums(connection, "clerk_sums", wanted);
        }
    }

    private static List<Sum> sums(Connection connection, String function, Wanted wanted)
            throws SQLException {
        var sql =
                """
                select authority, measure, week, age, late, n from exeat.%s(?, ?, ?, ?)
                """
                        .formatted(function);
        Object units = wanted.units().toArray(String[]::new);
        return Sql.query(
                connection,
                sql,
                FigureStore::sum,
                wanted.directive(),
                units,
                wanted.day(),
                wanted.before());
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                row.getString("authority"),
                row.getString("measure"),
                row.getObject("week", LocalDate.class),
                row.getInt("age"),
                row.getBoolean("late"),
                row.getLong("n"));
    }

    /** How many issues about a directive each unit has to answer. */
    public Map<String, Long> openIssues(String directive) throws SQLException {
        var open = new HashMap<String, Long>();
        try (var connection = database.clerk().getConnection()) {
            Sql.query(
                            connection,
                            "select holder, n from exeat.clerk_open_issues(?)",
                            row -> Map.entry(row.getString("holder"), row.getLong("n")),
                            directive)
                    .forEach(issue -> open.put(issue.getKey(), issue.getValue()));
        }
        return open;
    }

    /** Whether anything is counted: not after an upgrade that could not carry the counters over. */
    public boolean isCounted() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.figures_counted() as it",
                            row -> row.getBoolean("it"))
                    .orElse(false);
        }
    }
}
