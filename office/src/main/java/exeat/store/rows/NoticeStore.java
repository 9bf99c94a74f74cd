package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people are told that there is news, and what is still to be told. */
public final class NoticeStore {

    private final Database database;

    public NoticeStore(Database database) {
        this.database = database;
    }

    /**
     * Somebody's own address; sealed.
     *
     * @param confirmed when the code was typed that was sent there
     * @param bounced when a server refused it for good
     */
    public record Own(
            String stream,
            int traveller,
            Bytes sealed,
            Instant asked,
            int tries,
            Optional<Instant> confirmed,
            Optional<Instant> bounced) {}

    /**
     * Something to be sent now.
     *
     * @param id another one once there is more to tell
     * @param tries that failed
     * @param since when the first of it happened
     */
    public record Due(
            long id,
            String stream,
            int traveller,
            String kind,
            int tries,
            Instant since,
            Bytes sealed) {}

    /** What came of it: {@code asked}, {@code many} or {@code nobody}. */
    public String ask(Bytes session, Instant now, Bytes sealed, int most) throws SQLException {
        return one(
                        "select exeat.clerk_notice_ask(?, ?, ?, ?) as came",
                        row -> row.getString("came"),
                        session,
                        now,
                        sealed,
                        most)
                .orElseThrow();
    }

    public Optional<Own> own(Bytes session, Instant now) throws SQLException {
        return one(
                """
                select stream, traveller, sealed, asked, tries, confirmed, bounced
                from exeat.clerk_notice_own(?, ?)
                """,
                row ->
                        new Own(
                                row.getString("stream"),
                                row.getInt("traveller"),
                                Sql.bytes(row, "sealed"),
                                Sql.instant(row, "asked"),
                                row.getInt("tries"),
                                instant(row, "confirmed"),
                                instant(row, "bounced")),
                session,
                now);
    }

    /** Counts a try; what is to be compared, or empty if no more can be tried. */
    public Optional<Bytes> attempt(Bytes session, Instant now, Instant since, int most)
            throws SQLException {
        return one(
                        "select exeat.clerk_notice_try(?, ?, ?, ?) as sealed",
                        row -> Optional.ofNullable(Sql.bytesOrNull(row, "sealed")),
                        session,
                        now,
                        since,
                        most)
                .flatMap(found -> found);
    }

    /** Whether it is confirmed now; not if there is another address meanwhile. */
    public boolean confirm(Bytes session, Instant now, Bytes was, Bytes sealed)
            throws SQLException {
        return one(
                        "select exeat.clerk_notice_confirm(?, ?, ?, ?) as done",
                        row -> row.getBoolean("done"),
                        session,
                        now,
                        was,
                        sealed)
                .orElse(false);
    }

    public List<Due> due(Instant now, int limit) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    """
                    select id, stream, traveller, kind, tries, since, sealed
                    from exeat.clerk_notice_due(?, ?)
                    """,
                    row ->
                            new Due(
                                    row.getLong("id"),
                                    row.getString("stream"),
                                    row.getInt("traveller"),
                                    row.getString("kind"),
                                    row.getInt("tries"),
                                    Sql.instant(row, "since"),
                                    Sql.bytes(row, "sealed")),
                    now,
                    limit);
        }
    }

    /** After this it is not sent again; a crash before it means that it is. */
    public void sent(Due due) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(connection, "select exeat.clerk_notice_sent(?)", due.id());
        }
    }

    /**
     * It was not sent.
     *
     * @param next when it is tried again; null to give it up
     * @param bounced whether the address takes nothing
     */
    public void failed(Due due, Instant now, String status, @Nullable Instant next, boolean bounced)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_notice_failed(?, ?, ?, ?, ?)",
                    due.id(),
                    now,
                    status,
                    next,
                    bounced);
        }
    }

    private <T> Optional<T> one(String sql, Sql.Mapper<T> mapper, Object... values)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(connection, sql, mapper, values);
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
