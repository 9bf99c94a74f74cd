package exeat.store.audit;

import exeat.store.audit.AuditStore.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Which migrations made the schema, in which order, and by which files: what Flyway keeps must be
 * what this version's files give. Who ran one, when, and how long it took follows from nothing.
 *
 * <p>A row that was added, removed or changed would have the next version leave a migration out,
 * run one again, or refuse the database.
 */
public final class SchemaHistory {

    private SchemaHistory() {}

    /** The list of this version: a version and what is said of it. */
    public static List<Line> expected() {
        return Catalogue.list("history.txt");
    }

    /** What the database says, in the order in which it was done. */
    static List<Line> of(Connection connection) throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select coalesce(version, 'schema') as place, concat_ws(' ', installed_rank,
                    description, type, script, checksum,
                    case when success then 'done' else 'failed' end) as text
                from exeat.flyway_schema_history order by installed_rank
                """);
    }
}
