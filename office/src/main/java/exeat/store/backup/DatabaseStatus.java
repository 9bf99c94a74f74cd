package exeat.store.backup;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How far a database has come.
 *
 * @param schema the number of its last migration
 * @param keyMark which keys it needs, as a keyed hash of them in hex
 * @param log the published key of its log, in one line; empty before its first checkpoint
 * @param entries how many entries its log has
 * @param waiting how many steps wait for their place there
 * @param last when the last of all these happened
 */
record DatabaseStatus(
        int schema,
        String keyMark,
        String log,
        long entries,
        long waiting,
        Optional<Instant> last) {

    /** Asks the database, as its owner. */
    static DatabaseStatus of(Connection owner) throws SQLException {
        if (!isThere(owner)) {
            throw new OfficeException(Code.BAD_INPUT, "the database is not an Exeat database");
        }
        var schema =
                """
                select max(version::int) as n from exeat.flyway_schema_history
                where success and version is not null
                """;
        var last =
                """
                select max(at) as at from (
                    select max(queued) as at from exeat.ledger_queue
                    union all
                    (select e.at from exeat.ledger_span s
                    join exeat.event e on e.stream = s.stream and e.sequence = s.last
                    order by s.place desc limit 1)) t
                """;
        return new DatabaseStatus(
                (int) number(owner, schema),
                Sql.one(owner, "select mark from exeat.key_check", row -> row.getBytes("mark"))
                        .map(HexFormat.of()::formatHex)
                        .orElse(""),
                Sql.one(
                                owner,
                                "select verifier from exeat.ledger_key",
                                row -> row.getString("verifier"))
                        .orElse(""),
                number(owner, "select exeat.ledger_size() as n"),
                number(
                        owner,
                        "select coalesce(sum(last - first + 1), 0) as n from exeat.ledger_queue"),
                Sql.one(
                                owner,
                                last,
                                row ->
                                        Optional.ofNullable(row.getObject("at", OFFSET))
                                                .map(java.time.OffsetDateTime::toInstant))
                        .orElse(Optional.empty()));
    }

    private static final Class<java.time.OffsetDateTime> OFFSET = java.time.OffsetDateTime.class;

    static boolean isThere(Connection owner) throws SQLException {
        return number(owner, "select count(*) as n from pg_namespace where nspname = 'exeat'") > 0;
    }

    /** How many commands some entries are of: who did what to which case at one moment is one. */
    static long commands(Connection owner, long from, long to) throws SQLException {
        var sql =
                """
                select count(*) as n from (
                    select distinct e.stream, e.at, e.actor from exeat.ledger_span s
                    join exeat.event e on e.stream = s.stream and e.sequence = s.first
                    where s.place >= ? and s.place < ?) c
                """;
        return number(owner, sql, from, to);
    }

    private static long number(Connection owner, String sql, Object... values) throws SQLException {
        return Sql.one(owner, sql, row -> row.getLong("n"), values).orElse(0L);
    }
}
