package exeat.store.tamper;

import exeat.store.audit.AuditStore;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tampers with the embedded database as its administrator could, runs an audit, and rolls back: all
 * in one transaction that is never committed.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** What looks at the database that was tampered with. */
    public interface Look<T> {
        T at(AuditStore store, String place) throws SQLException, IOException;
    }

    /**
     * Tampers, looks, and takes it back.
     *
     * @throws NothingChangedException when afterwards everything is as before: then an audit was
     *     not tried
     */
    public static <T> T of(Database database, Keys keys, Tamper tamper, Look<T> look)
            throws SQLException, IOException {
        return AuditStore.inVain(
                database,
                keys,
                (superuser, store) -> {
                    run(superuser, "set local search_path = exeat");
                    // No trigger and no foreign key stands in the way of the server's owner.
                    run(superuser, "set local session_replication_role = replica");
                    run(superuser, TARGET);
                    run(superuser, GONE);
                    var place = place(superuser, tamper);
                    tampered(superuser, tamper);
                    return look.at(store, place);
                });
    }

    /** One case that is in the log with its steps, and another one: most tampers are done to it. */
    private static final String TARGET =
            """
            create temp table target on commit drop as
            select t.id, t.key, t.number, t.version,
                ledger_place_of(t.id, 2) as place,
                lead(t.id) over (order by t.version desc, t.id) as other
            from stream t
            where t.kind = 'case' and t.version >= 4
                and exists (select 1 from work_item w where w.stream = t.id)
                and ledger_place_of(t.id, t.version) is not null
            order by t.version desc, t.id limit 1
            """;

    private static final String GONE =
            """
            create temp table gone on commit drop as
            select t.id, t.key, t.version from stream t
            where t.kind = 'case' and exists (select 1 from event e
                where e.stream = t.id and e.sequence = t.version and e.type = 'erased')
            order by t.id limit 1
            """;

    private static void run(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String place(Connection superuser, Tamper tamper) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery("select (" + tamper.place() + ")::text as place")) {
            return rows.next() ? String.valueOf(rows.getString("place")) : "";
        }
    }

    private static void tampered(Connection superuser, Tamper tamper) throws SQLException {
        if (tamper.isOfSchema()) {
            // Statements about the schema fail where there is nothing to change.
            run(superuser, tamper.sql());
            return;
        }
        var before = TableContents.of(superuser, tamper);
        if (changed(superuser, tamper.sql()) == 0) {
            throw new NothingChangedException(tamper, true);
        }
        if (before.equals(TableContents.of(superuser, tamper))) {
            throw new NothingChangedException(tamper, false);
        }
    }

    private static int changed(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
            int rows = 0;
            for (int count = statement.getUpdateCount();
                    count != -1 || statement.getMoreResults();
                    count = statement.getUpdateCount()) {
                rows += Math.max(count, 0);
                statement.getMoreResults();
            }
            return rows;
        }
    }
}
