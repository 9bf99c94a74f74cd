package exeat.store.rows;

import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register of units: which there are, and what administrators proposed and made of them. */
public final class UnitStore {

    private final Database database;

    public UnitStore(Database database) {
        this.database = database;
    }

    /**
     * A unit as it came to be.
     *
     * @param directive the hash of the version with which it came
     */
    public record Founded(String id, Optional<String> parent, String directive, Instant at) {}

    /** Every unit that there is or was, by id. */
    public List<Founded> founded() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select id, parent, directive, founded from exeat.unit order by id",
                    row ->
                            new Founded(
                                    row.getString("id"),
                                    Optional.ofNullable(row.getString("parent")),
                                    row.getString("directive"),
                                    Sql.instant(row, "founded")));
        }
    }

    /**
     * A change, as it was proposed.
     *
     * @param what {@code renamed}, {@code moved}, {@code merged} or {@code closed}
     * @param other of a move the unit above, of a merger the one that goes on; else null
     * @param names of a renaming the names by language, as JSON; else null
     */
    public record Draft(
            String what,
            String unit,
            @Nullable String other,
            @Nullable String names,
            LocalDate from,
            String reason) {}

    /**
     * A proposal.
     *
     * @param outcome {@code agreed}, {@code declined} or {@code withdrawn}; empty while it waits
     */
    public record Row(
            long id,
            Draft draft,
            String by,
            Instant at,
            Optional<String> outcome,
            Optional<String> closedBy,
            Optional<Instant> closed) {}

    private static final String COLUMNS =
            """
            select id, what, unit, other, names::text as names, from_day, reason, proposed_by,
                proposed, outcome, closed_by, closed
            from exeat.unit_change
            """;

    /** What two administrators made, in the order in which they did. */
    public List<Row> made() throws SQLException {
        return rows(COLUMNS + "where outcome = 'agreed' order by closed, id");
    }

    /** At most {@code most} proposals after others, the newest first. */
    public List<Row> proposals(int from, int most) throws SQLException {
        return rows(COLUMNS + "order by id desc offset ? limit ?", from, most);
    }

    public Optional<Row> proposal(long id) throws SQLException {
        return rows(COLUMNS + "where id = ?", id).stream().findFirst();
    }

    private List<Row> rows(String sql, Object... values) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(connection, sql, UnitStore::row, values);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                new Draft(
                        row.getString("what"),
                        row.getString("unit"),
                        row.getString("other"),
                        row.getString("names"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("reason")),
                row.getString("proposed_by"),
                Sql.instant(row, "proposed"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("closed_by")),
                row.getObject("closed") == null
                        ? Optional.empty()
                        : Optional.of(Sql.instant(row, "closed")));
    }

    /**
     * Proposes, with the session's own right.
     *
     * @return the proposal's id; empty where {@code came} is not {@code proposed}
     */
    public AdministrationStore.Proposed propose(AdministrationStore.Asking by, Draft draft)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            """
                            select came, proposal
                            from exeat.clerk_unit_propose(?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                            """,
                            row -> {
                                long id = row.getLong("proposal");
                                Optional<Long> given =
                                        row.wasNull() ? Optional.empty() : Optional.of(id);
                                return new AdministrationStore.Proposed(
                                        row.getString("came"), given);
                            },
                            by.token(),
                            by.now(),
                            by.since(),
                            draft.what(),
                            draft.unit(),
                            draft.other(),
                            draft.names(),
                            draft.from(),
                            draft.reason())
                    .orElseThrow();
        }
    }

    /**
     * Agrees.
     *
     * @param known how many changes were made when this one was found possible
     * @return {@code agreed}, {@code nobody}, {@code gone}, {@code own}, {@code changed} or {@code
     *     misplaced}
     */
    public String agree(AdministrationStore.Asking by, long id, long known) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_unit_agree(?, ?, ?, ?, ?) as came",
                            row -> row.getString("came"),
                            by.token(),
                            by.now(),
                            by.since(),
                            id,
                            known)
                    .orElseThrow();
        }
    }

    /** Declines or withdraws it; empty where it does not wait any more. */
    public Optional<String> close(AdministrationStore.Asking by, long id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_unit_close(?, ?, ?) as outcome",
                            row -> Optional.ofNullable(row.getString("outcome")),
                            by.token(),
                            by.now(),
                            id)
                    .flatMap(outcome -> outcome);
        }
    }
}
