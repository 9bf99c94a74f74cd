package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.rows.ReadStore.Viewer;
import java.sql.SQLException;
import java.util.List;

/** What stands before what in a queue. */
public final class QueueStore {

    private final Database database;

    public QueueStore(Database database) {
        this.database = database;
    }

    /** A task of a queue, without what it is about. */
    public record Waits(String key, int traveller, String task) {}

    /**
     * A task that stands before another one.
     *
     * @param version of its stream
     */
    public record Ahead(Waits it, long version) {}

    /**
     * What stands before a task in its queue, for the unit of these eyes, in the queue's order;
     * nothing where it does not wait there. Which of it is in sight shows when it is opened.
     *
     * @param all up to a hundred, and not only the first few
     */
    public List<Ahead> before(Viewer eyes, String queue, Waits it, boolean all)
            throws SQLException {
        var sql =
                """
                select key, version, traveller, task
                from exeat.reading_before(?, ?, ?, ?, ?, ?, ?)
                """;
        try (var connection = database.reader().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row ->
                            new Ahead(
                                    new Waits(
                                            row.getString("key"),
                                            row.getInt("traveller"),
                                            row.getString("task")),
                                    row.getLong("version")),
                    eyes.token(),
                    eyes.now(),
                    queue,
                    it.key(),
                    it.traveller(),
                    it.task(),
                    all);
        }
    }
}
