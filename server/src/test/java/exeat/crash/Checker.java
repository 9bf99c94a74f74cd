package exeat.crash;

import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        checkLives();
        checkCounters();
        checkLog();
        nothing(
                "an event before the one that it follows",
                """
                select t.key from event e join stream t on t.id = e.stream
                join event b on b.stream = e.stream and b.sequence = e.sequence - 1
                where e.at < b.at
                """);
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
                "a paper while a clearance was open",
                """
                select t.key from event a join stream t on t.id = a.stream
                where a.type = 'authorised' and (
                    select sum(case c.type when 'clearance-opened' then 1 else -1 end)
                    from event c where c.stream = a.stream and c.sequence < a.sequence
                        and c.type in ('clearance-opened', 'clearance-done')) <> 0
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
                select t.key from event e join stream t on t.id = e.stream where e.sealed is null
                """);
        return List.copyOf(wrong);
    }

    /** What may follow what in the life of the people of this run, who travel alone and once. */
    private static final Map<String, Set<String>> NEXT =
            Map.ofEntries(
                    Map.entry("", Set.of("applied")),
                    Map.entry("applied", Set.of("secret-issued", "confirmed")),
                    Map.entry("secret-issued", Set.of("confirmed")),
                    Map.entry("confirmed", Set.of("found")),
                    Map.entry("found", Set.of("clearance-opened")),
                    Map.entry(
                            "clearance-opened",
                            Set.of("clearance-opened", "clearance-done", "withdrawn")),
                    // The others open with the one that establishes identity.
                    Map.entry(
                            "clearance-done",
                            Set.of(
                                    "clearance-opened",
                                    "clearance-done",
                                    "authorised",
                                    "withdrawn")),
                    Map.entry("authorised", Set.of("part-recorded")),
                    Map.entry("part-recorded", Set.of("part-recorded", "departed")),
                    Map.entry("departed", Set.of("closed")));

    private void checkLives() throws SQLException {
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select t.key, e.type from event e join stream t on t.id = e.stream
                                where t.kind = 'case' and e.type not in ('jumped', 'warned')
                                order by t.key, e.sequence
                                """)) {
            var stream = "";
            var last = "";
            while (rows.next()) {
                if (!rows.getString(1).equals(stream)) {
                    stream = rows.getString(1);
                    last = "";
                }
                if (!NEXT.getOrDefault(last, Set.of()).contains(rows.getString(2))) {
                    wrong.add(
                            "the life forbids: %s, %s after %s"
                                    .formatted(stream, rows.getString(2), last));
                }
                last = rows.getString(2);
            }
        }
    }

    /** The report's counters against the events themselves, whatever the program makes of them. */
    private void checkCounters() throws SQLException {
        nothing(
                "a counter that is not what a recount gives",
                """
                with life as (
                    select t.id, t.directive_id as directive, bool_or(e.type = 'withdrawn') as gone,
                        bool_or(e.type = 'authorised') as paper,
                        bool_or(e.type = 'departed') as went, bool_or(e.type = 'closed') as closed
                    from stream t join event e on e.stream = t.id
                    where t.kind = 'case' group by t.id),
                must as (
                    select directive, x.measure, count(*) as n
                    from life cross join lateral (values ('RECEIVED', true), ('WITHDRAWN', gone),
                        ('AUTHORISED', paper), ('DEPARTED', went),
                        ('UNDER_WAY', not gone and not closed)) as x(measure, counts)
                    where x.counts group by directive, x.measure),
                cells as (
                    select directive, measure, sum(n) as n from report_cell
                    where measure in ('RECEIVED', 'WITHDRAWN', 'AUTHORISED', 'DEPARTED', 'UNDER_WAY')
                    group by directive, measure)
                select concat(directive, ' ', measure, ': ', coalesce(c.n, 0), ', counted ',
                    coalesce(m.n, 0))
                from must m full join cells c using (directive, measure)
                where coalesce(c.n, 0) <> coalesce(m.n, 0)
                """);
    }

    /** Waits until every step has its place in the log; the promise is a minute. */
    void awaitLog(Duration promise) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + promise.toNanos();
        while (waiting() > 0) {
            if (System.nanoTime() > deadline) {
                wrong.add(waiting() + " steps still wait for the log after " + promise);
                return;
            }
            Thread.sleep(50);
        }
    }

    private long waiting() throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from ledger_queue")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Each step is in the log, once and as it is, and nothing else is. */
    private void checkLog() throws SQLException {
        nothing(
                "an event that is not in the log once",
                """
                select t.key || '#' || e.sequence from event e join stream t on t.id = e.stream
                left join ledger_span s on s.stream = e.stream and e.sequence between s.first and s.last
                group by t.key, e.sequence having count(s.place) <> 1
                """);
        nothing(
                "an entry of the log that is of no event, or a gap in it",
                """
                select s.place::text from ledger_span s
                where (select count(*) from event e where e.stream = s.stream
                    and e.sequence between s.first and s.last) <> s.last - s.first + 1
                union all
                select sum(last - first + 1)::text from ledger_span
                having sum(last - first + 1) <> ledger_size()
                """);
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
                        select t.key, q.last, e.leaf, array(
                            select h.type from event h where h.stream = q.stream
                                and h.sequence between q.first and q.last order by h.sequence)
                        from request q join stream t on t.id = q.stream
                        left join event e on e.stream = q.stream and e.sequence = q.last
                        where t.key = ? and q.last = ? and (
                            q.id = request_id(case when e.actor like 'party/%'
                                then 'party/' || t.id || substr(e.actor, 6) else e.actor end, ?)
                            or e.actor = 'stranger' and exists (
                                select 1 from session s where s.kind = 'stranger'
                                    and q.id = request_id(principal_of(s), ?)))
                        """)) {
            statement.setString(1, command.stream());
            statement.setLong(2, command.sequence());
            statement.setString(3, command.key());
            statement.setString(4, command.key());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    wrong.add("acknowledged and lost: " + command);
                    return;
                }
                var leaf = rows.getBytes(3);
                var happened = List.of((Object[]) rows.getArray(4).getArray());
                boolean same =
                        rows.getString(1).equals(command.stream())
                                && rows.getLong(2) == command.sequence()
                                && leaf != null
                                && HexFormat.of().formatHex(leaf).equals(command.leaf())
                                && isTold(happened, command.happened());
                if (!same) {
                    wrong.add("acknowledged otherwise than it is kept: " + command);
                }
                if (rows.next()) {
                    wrong.add("done twice: " + command);
                }
            }
        }
    }

    /**
     * An answer tells what was asked. That it was before its turn is kept before it, and which
     * clearances open with the one of identity after it.
     */
    private static boolean isTold(List<Object> kept, List<String> told) {
        boolean early = kept.size() > 1 && kept.getFirst().equals("jumped");
        var asked = new ArrayList<>(early ? kept.subList(1, kept.size()) : kept);
        if (told.equals(List.of("clearance-done"))) {
            asked.removeIf("clearance-opened"::equals);
        }
        return told.equals(asked);
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
