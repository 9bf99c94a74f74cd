package exeat.crash;

import exeat.store.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * Compares what clients wrote down with what the database holds. Knows the tables and nothing of
 * the program that writes them.
 */
final class Checker implements AutoCloseable {

    private final Connection database;
    private final List<String> wrong = new ArrayList<>();

    Checker(Path data) throws IOException, SQLException {
        var url = Files.readString(data.resolve("keys").resolve("address")).strip();
        database = DriverManager.getConnection(url, "exeat", Keys.in(data).password("owner"));
        try (var statement = database.createStatement()) {
            statement.execute("set search_path = exeat");
        }
    }

    /** What is wrong, a line each; empty when nothing is. */
    List<String> check(Collection<Acknowledged> record) throws SQLException {
        for (var command : record) {
            checkKept(command);
        }
        nothing(
                "a stream whose events are not 1 to its version",
                """
                select t.key from stream t
                left join (
                    select stream, count(*) n, min(sequence) low, max(sequence) high
                    from event group by stream) e on e.stream = t.id
                where e.n is distinct from t.version or e.low <> 1 or e.high <> t.version
                """);
        nothing(
                "a step that one traveller took twice",
                """
                select t.key || ' ' || e.type from event e join stream t on t.id = e.stream
                where e.type in ('applied', 'confirmed', 'authorised', 'departed', 'withdrawn',
                    'closed')
                group by t.key, e.type having count(*) > 1
                """);
        nothing(
                "a crossing without a paper, or a paper before the traveller's own act",
                """
                select t.key from event d join stream t on t.id = d.stream
                where d.type in ('departed', 'authorised') and not exists (
                    select 1 from event b where b.stream = d.stream and b.sequence < d.sequence
                        and b.type = case d.type when 'departed' then 'authorised'
                            else 'confirmed' end)
                """);
        nothing(
                "anything after the end",
                """
                select t.key from event c join stream t on t.id = c.stream
                where c.type = 'closed' and exists (
                    select 1 from event l where l.stream = c.stream and l.sequence > c.sequence)
                """);
        nothing(
                "an event without its payload",
                """
                select t.key from event e join stream t on t.id = e.stream
                left join event_payload p on p.stream = e.stream and p.sequence = e.sequence
                where p.stream is null
                """);
        return List.copyOf(wrong);
    }

    /** How many commands the database remembers, whoever gave them. */
    long remembered() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from request")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void checkKept(Acknowledged command) throws SQLException {
        try (var statement =
                database.prepareStatement(
                        """
                        select t.key, q.last, q.leaf, e.leaf, array(
                            select h.type from event h where h.stream = q.stream
                                and h.sequence between q.first and q.last order by h.sequence)
                        from request q join stream t on t.id = q.stream
                        left join event e on e.stream = q.stream and e.sequence = q.last
                        where q.key = ?
                        """)) {
            statement.setString(1, command.key());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    wrong.add("acknowledged and lost: " + command);
                    return;
                }
                var leaf = HexFormat.of().formatHex(rows.getBytes(3));
                var ofEvent = rows.getBytes(4);
                var happened = List.of((Object[]) rows.getArray(5).getArray());
                boolean same =
                        rows.getString(1).equals(command.stream())
                                && rows.getLong(2) == command.sequence()
                                && leaf.equals(command.leaf())
                                && ofEvent != null
                                && leaf.equals(HexFormat.of().formatHex(ofEvent))
                                && happened.equals(command.happened());
                if (!same) {
                    wrong.add("acknowledged otherwise than it is kept: " + command);
                }
                if (rows.next()) {
                    wrong.add("done twice: " + command);
                }
            }
        }
    }

    private void nothing(String what, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                wrong.add(what + ": " + rows.getString(1));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
