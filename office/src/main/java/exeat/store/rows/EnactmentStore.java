package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What issuers did with their directives, which is about rules and names no traveller. */
public final class EnactmentStore {

    private static final String SQL =
            """
            select e.type, e.at, e.actor
            from exeat.event e
            join exeat.stream s on s.id = e.stream
            where s.key = 'briefing/' || ?
                and e.type in ('version-in-force', 'change-proposed', 'change-made')
            order by e.sequence
            """;

    private final Database database;

    public EnactmentStore(Database database) {
        this.database = database;
    }

    /**
     * One step.
     *
     * @param type {@code version-in-force}, {@code change-proposed} or {@code change-made}
     * @param actor as {@code event.actor}
     */
    public record Step(String type, Instant at, String actor) {}

    /** Every such step of a directive, in order. */
    public List<Step> of(String directive) throws SQLException {
        try (var owner = database.owner()) {
            return Sql.query(
                    owner,
                    SQL,
                    row ->
                            new Step(
                                    row.getString("type"),
                                    Sql.instant(row, "at"),
                                    row.getString("actor")),
                    directive);
        }
    }
}
