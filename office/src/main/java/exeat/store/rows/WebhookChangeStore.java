package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.rows.AdministrationStore.Asking;
import exeat.store.rows.AdministrationStore.Proposed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators proposed about subscriptions of other systems, and what became of it. */
public final class WebhookChangeStore {

    private final Database database;

    public WebhookChangeStore(Database database) {
        this.database = database;
    }

    /**
     * A subscription that is to be made.
     *
     * @param types the events that it hears of
     */
    public record Wanted(String directive, String unit, List<String> types, String url) {

        public Wanted {
            types = List.copyOf(types);
        }
    }

    /**
     * A change, as it is proposed.
     *
     * @param what {@code added}, {@code secret}, {@code paused}, {@code resumed} or {@code removed}
     * @param wanted of a new subscription; else null
     * @param generation of a new subscription and another secret, which secret; else null
     */
    public record Draft(
            String what,
            UUID webhook,
            @Nullable Wanted wanted,
            @Nullable Integer generation,
            String reason) {}

    /**
     * A proposal.
     *
     * @param about the subscription as it is or was; empty where it was made at the shell and
     *     removed since
     * @param outcome {@code agreed}, {@code declined} or {@code withdrawn}; empty while it is open
     * @param waits whether it can still be agreed to
     */
    public record Row(
            long id,
            String what,
            UUID webhook,
            Optional<Wanted> about,
            Optional<Integer> generation,
            String reason,
            String by,
            Instant at,
            Optional<String> outcome,
            Optional<String> closedBy,
            Optional<Instant> closed,
            boolean waits) {}

    /**
     * Proposes, with the session's own right.
     *
     * @return the proposal's id; empty where {@code came} is not {@code proposed}
     */
    public Proposed propose(Asking by, Draft draft) throws SQLException {
        var wanted = draft.wanted();
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            """
                            select came, proposal
                            from exeat.clerk_webhook_propose(?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?::int, ?)
                            """,
                            row -> {
                                long id = row.getLong("proposal");
                                Optional<Long> given =
                                        row.wasNull() ? Optional.empty() : Optional.of(id);
                                return new Proposed(row.getString("came"), given);
                            },
                            by.token(),
                            by.now(),
                            by.since(),
                            draft.what(),
                            draft.webhook(),
                            wanted == null ? null : wanted.directive(),
                            wanted == null ? null : wanted.unit(),
                            wanted == null ? null : wanted.types().toArray(String[]::new),
                            wanted == null ? null : wanted.url(),
                            draft.generation(),
                            draft.reason())
                    .orElseThrow();
        }
    }

    /**
     * Agrees; it is done at once.
     *
     * @param units of a new subscription, the units whose cases it hears of
     * @param bothUntil of another secret, until when the one before signs too
     * @return {@code agreed}, {@code nobody}, {@code gone}, {@code own} or {@code changed}
     */
    public String agree(Asking by, long id, Set<String> units, Instant bothUntil)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_agree(?, ?, ?, ?, ?, ?) as came",
                            row -> row.getString("came"),
                            by.token(),
                            by.now(),
                            by.since(),
                            id,
                            units.toArray(String[]::new),
                            bothUntil)
                    .orElseThrow();
        }
    }

    /** Declines or withdraws it; empty where it is not open any more. */
    public Optional<String> close(Asking by, long id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_close(?, ?, ?) as outcome",
                            row -> Optional.ofNullable(row.getString("outcome")),
                            by.token(),
                            by.now(),
                            id)
                    .flatMap(outcome -> outcome);
        }
    }

    /** At most {@code most} proposals after others: those that wait first, then the newest. */
    public List<Row> proposals(Asking by, int from, int most) throws SQLException {
        return rows(by, null, from, most);
    }

    public Optional<Row> proposal(Asking by, long id) throws SQLException {
        return rows(by, id, 0, 1).stream().findFirst();
    }

    private List<Row> rows(Asking by, @Nullable Long id, int from, int most) throws SQLException {
        var sql =
                """
                select id, what, webhook, directive, unit, types, url, generation, reason, proposed_by,
                    proposed, outcome, closed_by, closed, waits
                from exeat.clerk_webhook_changes(?, ?, ?, ?::bigint, ?, ?)
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    WebhookChangeStore::row,
                    by.token(),
                    by.now(),
                    by.since(),
                    id,
                    from,
                    most);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("what"),
                row.getObject("webhook", UUID.class),
                row.getString("url") == null ? Optional.empty() : Optional.of(wanted(row)),
                Optional.ofNullable(row.getObject("generation", Integer.class)),
                row.getString("reason"),
                row.getString("proposed_by"),
                Sql.instant(row, "proposed"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("closed_by")),
                Optional.ofNullable(row.getObject("closed", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("waits"));
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(
                row.getString("directive"),
                row.getString("unit"),
                Arrays.asList((String[]) row.getArray("types").getArray()),
                row.getString("url"));
    }
}
