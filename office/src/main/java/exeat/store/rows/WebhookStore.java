package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Subscriptions of others' systems, and what is still to be told to each. */
public final class WebhookStore {

    private final Database database;

    public WebhookStore(Database database) {
        this.database = database;
    }

    /** What administrators proposed about them. */
    public WebhookChangeStore changes() {
        return new WebhookChangeStore(database);
    }

    /**
     * A subscription to be made.
     *
     * @param unit in whose name
     * @param units whose cases it hears of
     */
    public record Wish(
            UUID id,
            String directive,
            String unit,
            Set<String> units,
            List<String> types,
            String url) {}

    /**
     * A subscription.
     *
     * @param generation of its secret
     * @param bothUntil until when the secret before signs too
     * @param whyOff empty while it stands
     * @param failing since when nothing arrived
     * @param dead deliveries that were given up
     * @param oldest when the first happened that waits
     */
    public record Webhook(
            UUID id,
            String unit,
            List<String> types,
            String url,
            int generation,
            Optional<Instant> bothUntil,
            Instant made,
            String by,
            Optional<String> whyOff,
            Optional<Instant> failing,
            long delivered,
            long waiting,
            long dead,
            Optional<Instant> oldest) {}

    /**
     * Something to be told now.
     *
     * @param place in the public log
     * @param entry of the public log, in hexadecimal
     * @param subject the stream's key
     * @param tries that failed
     */
    public record Due(
            UUID webhook,
            String url,
            int generation,
            Optional<Instant> bothUntil,
            long place,
            String entry,
            String subject,
            String type,
            Instant at,
            Optional<String> authority,
            int tries) {}

    /** A delivery that was given up. */
    public record Dead(
            long place,
            String entry,
            String type,
            Instant at,
            int tries,
            String status,
            Instant dead) {}

    /**
     * Makes deliveries of what the log has got since, for subscriptions that stand, and drops what
     * was given up, or waits for one that is off, since before a time.
     *
     * @return how many entries of the log it looked at
     */
    public int spread(Instant now, int limit, Instant before) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_spread(?, ?, ?) as n",
                            row -> row.getInt("n"),
                            now,
                            limit,
                            before)
                    .orElse(0);
        }
    }

    private static final String DUE =
            """
            select id, url, generation, both_until, place, entry, subject, type, at, authority,
                tries
            from exeat.clerk_webhook_due(?, ?::uuid)
            """;

    /** The next of each subscription, where it is time. */
    public List<Due> due(Instant now) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(connection, DUE, WebhookStore::due, now, null);
        }
    }

    /** The next of one, where it is time. */
    public Optional<Due> due(Instant now, UUID id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(connection, DUE, WebhookStore::due, now, id);
        }
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getInt("generation"),
                instant(row, "both_until"),
                row.getLong("place"),
                row.getString("entry"),
                row.getString("subject"),
                row.getString("type"),
                Sql.instant(row, "at"),
                Optional.ofNullable(row.getString("authority")),
                row.getInt("tries"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** It has arrived. */
    public void sent(Due due) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_webhook_sent(?, ?)",
                    due.webhook(),
                    due.place());
        }
    }

    /**
     * It has not.
     *
     * @param next when to try again; empty to give it up
     * @param off why the whole subscription ends, if it does
     * @return whether the subscription still stands
     */
    public boolean failed(
            Due due, String status, Optional<Instant> next, Instant now, Optional<String> off)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_failed(?, ?, ?, ?::timestamptz, ?, ?) as ok",
                            row -> row.getBoolean("ok"),
                            due.webhook(),
                            due.place(),
                            status,
                            next.orElse(null),
                            now,
                            off.orElse(null))
                    .orElse(false);
        }
    }

    /** Since when nothing has arrived; empty while something does. */
    public Optional<Instant> failing(UUID id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_failing(?) as at",
                            row -> instant(row, "at"),
                            id)
                    .flatMap(found -> found);
        }
    }

    public void add(Wish wish, String by, Instant now) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_webhook_add(?, ?, ?, ?, ?, ?, ?, ?)",
                    wish.id(),
                    wish.directive(),
                    wish.unit(),
                    wish.units().toArray(String[]::new),
                    wish.types().toArray(String[]::new),
                    wish.url(),
                    by,
                    now);
        }
    }

    public List<Webhook> all() throws SQLException {
        var sql =
                """
                select id, unit, types, url, generation, both_until, made, made_by, is_on,
                    coalesce(why_off, '') as why_off, failing, delivered, waiting, dead, oldest
                from exeat.clerk_webhooks()
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(connection, sql, WebhookStore::webhook);
        }
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                Arrays.asList((String[]) row.getArray("types").getArray()),
                row.getString("url"),
                row.getInt("generation"),
                instant(row, "both_until"),
                Sql.instant(row, "made"),
                row.getString("made_by"),
                row.getBoolean("is_on") ? Optional.empty() : Optional.of(row.getString("why_off")),
                instant(row, "failing"),
                row.getLong("delivered"),
                row.getLong("waiting"),
                row.getLong("dead"),
                instant(row, "oldest"));
    }

    /** What was given up of one subscription. */
    public List<Dead> dead(UUID id) throws SQLException {
        var sql =
                """
                select place, entry, type, at, tries, status, dead
                from exeat.clerk_webhook_dead(?)
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row ->
                            new Dead(
                                    row.getLong("place"),
                                    row.getString("entry"),
                                    row.getString("type"),
                                    Sql.instant(row, "at"),
                                    row.getInt("tries"),
                                    row.getString("status"),
                                    Sql.instant(row, "dead")),
                    id);
        }
    }

    /** Tells again what was given up; says how much, or that there is no such subscription. */
    public Optional<Integer> again(UUID id, Instant now) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_again(?, ?) as n",
                            row -> row.getInt("n"),
                            id,
                            now)
                    .filter(n -> n >= 0);
        }
    }

    /** Another secret; gives its generation, or nothing where there is no such subscription. */
    public Optional<Integer> rotate(UUID id, Instant until) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_rotate(?, ?) as n",
                            row -> row.getInt("n"),
                            id,
                            until)
                    .filter(n -> n > 0);
        }
    }

    public boolean remove(UUID id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_webhook_remove(?) as gone",
                            row -> row.getBoolean("gone"),
                            id)
                    .orElse(false);
        }
    }
}
