package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What administrators propose, agree to and see. Every function takes the session's token and looks
 * for itself whether it is an administrator's.
 */
public final class AdministrationStore {

    private final Database database;

    public AdministrationStore(Database database) {
        this.database = database;
    }

    /**
     * Who asks, and when.
     *
     * @param token SHA-256 of the session's token
     * @param since what was proposed or agreed before this has no effect any more
     */
    public record Asking(Bytes token, Instant now, Instant since) {}

    /**
     * A new proposal.
     *
     * @param what {@code account}, {@code end}, {@code password} or {@code factor}
     * @param account the id, also of a new account
     * @param login of a new account, as are name (sealed), unit and role; else null
     * @param reason sealed
     * @param part a keyed hash of the first half of the code; null for an end
     */
    public record Draft(
            String what,
            String account,
            @Nullable String login,
            @Nullable Bytes name,
            @Nullable String unit,
            @Nullable String role,
            Bytes reason,
            @Nullable String part) {}

    /**
     * What came of proposing.
     *
     * @param came {@code proposed}, {@code nobody}, {@code own}, {@code waiting}, {@code taken},
     *     {@code unknown}, {@code no factor} or {@code many}
     * @param id empty where nothing was proposed
     */
    public record Proposed(String came, Optional<Long> id) {}

    public Proposed propose(Asking by, Draft draft) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            """
                            select came, proposal
                            from exeat.clerk_propose(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                            draft.account(),
                            draft.login(),
                            draft.name(),
                            draft.unit(),
                            draft.role(),
                            draft.reason(),
                            draft.part())
                    .orElseThrow();
        }
    }

    /** Declines or withdraws it; empty where it does not wait any more. */
    public Optional<String> close(Asking by, long id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_proposal_close(?, ?, ?) as outcome",
                            row -> Optional.ofNullable(row.getString("outcome")),
                            by.token(),
                            by.now(),
                            id)
                    .flatMap(outcome -> outcome);
        }
    }

    /**
     * What agreeing adds.
     *
     * @param part a keyed hash of the second half of the code; null for an end
     * @param password of a new account the hash of one that nobody knows; null for others, as are
     *     function and directive
     */
    public record Agreement(
            long id,
            @Nullable String part,
            @Nullable String password,
            @Nullable String function,
            @Nullable String directive,
            Set<String> scope) {
        public Agreement {
            scope = Set.copyOf(scope);
        }
    }

    /** {@code agreed}, {@code nobody}, {@code gone}, {@code own} or {@code taken}. */
    public String agree(Asking by, Agreement with) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_agree(?, ?, ?, ?, ?, ?, ?, ?, ?) as came",
                            row -> row.getString("came"),
                            by.token(),
                            by.now(),
                            by.since(),
                            with.id(),
                            with.part(),
                            with.password(),
                            with.function(),
                            with.directive(),
                            with.scope().toArray(String[]::new))
                    .orElseThrow();
        }
    }

    /**
     * A proposal.
     *
     * @param name sealed for the account
     * @param outcome empty while it waits; {@code void} if something else took its effect away
     */
    public record Row(
            long id,
            String what,
            String account,
            String login,
            Bytes name,
            String unit,
            String role,
            Bytes reason,
            String by,
            Instant at,
            Optional<String> outcome,
            Optional<String> closedBy,
            Optional<Instant> closed,
            Optional<Instant> objected,
            Optional<Instant> used) {}

    /**
     * Which proposals are meant.
     *
     * @param id of one; null for all
     * @param account whom they concern; null for anybody
     * @param from how many are left out before them
     */
    public record Which(@Nullable Long id, @Nullable String account, int from, int most) {}

    /** Proposals: those that wait first, then those that were stopped of late, then the newest. */
    public List<Row> proposals(Asking by, Which which) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    """
                    select id, what, account, login, name, unit, role, reason, proposed_by,
                        proposed, outcome, closed_by, closed, objected, used
                    from exeat.clerk_proposals(?, ?, ?, ?, ?, ?, ?)
                    """,
                    AdministrationStore::proposal,
                    by.token(),
                    by.now(),
                    by.since(),
                    which.id(),
                    which.account(),
                    which.from(),
                    which.most());
        }
    }

    private static Row proposal(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("what"),
                row.getString("account"),
                row.getString("login"),
                Sql.bytes(row, "name"),
                row.getString("unit"),
                row.getString("role"),
                Sql.bytes(row, "reason"),
                row.getString("proposed_by"),
                Sql.instant(row, "proposed"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("closed_by")),
                maybe(row, "closed"),
                maybe(row, "objected"),
                maybe(row, "used"));
    }

    private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null
                ? Optional.empty()
                : Optional.of(Sql.instant(row, column));
    }

    /** How somebody can sign in, and does. */
    public record State(
            String account, boolean factor, int codes, int sessions, Optional<Instant> signedIn) {}

    /** The states of every account. */
    public List<State> states(Asking by) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    """
                    select account, factor, codes, sessions, signed_in
                    from exeat.clerk_account_states(?, ?)
                    """,
                    row ->
                            new State(
                                    row.getString("account"),
                                    row.getBoolean("factor"),
                                    row.getInt("codes"),
                                    row.getInt("sessions"),
                                    maybe(row, "signed_in")),
                    by.token(),
                    by.now());
        }
    }

    /** Something that was done with an account. */
    public record Deed(String what, String by, Instant at) {}

    /** What was done with an account, the newest first. */
    public List<Deed> history(Asking by, String account) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select what, by, at from exeat.clerk_account_history(?, ?, ?)",
                    row ->
                            new Deed(
                                    row.getString("what"),
                                    row.getString("by"),
                                    Sql.instant(row, "at")),
                    by.token(),
                    by.now(),
                    account);
        }
    }

    /** Ends an account's sessions; how many, or empty where that may not be. */
    public Optional<Integer> endSessions(Asking by, String account) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_sessions_end(?, ?, ?) as n",
                            row -> {
                                int n = row.getInt("n");
                                return row.wasNull() ? Optional.<Integer>empty() : Optional.of(n);
                            },
                            by.token(),
                            by.now(),
                            account)
                    .flatMap(n -> n);
        }
    }

    /**
     * A code that can be used.
     *
     * @param kind of session that the account opens
     * @param function of its unit
     */
    public record Code(
            long proposal,
            String what,
            String account,
            String kind,
            boolean lawyer,
            String function) {}

    /** The code with these halves, of this login, if it was agreed after a time. */
    public Optional<Code> code(String login, String first, String second, Instant since)
            throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                    connection,
                    """
                    select proposal, what, account, kind, lawyer, function
                    from exeat.door_code(?, ?, ?, ?)
                    """,
                    row ->
                            new Code(
                                    row.getLong("proposal"),
                                    row.getString("what"),
                                    row.getString("account"),
                                    row.getString("kind"),
                                    row.getBoolean("lawyer"),
                                    row.getString("function")),
                    login,
                    first,
                    second,
                    since);
        }
    }

    /**
     * What a code is used for.
     *
     * @param password the hash of the new one; null for another second factor alone
     * @param recovery hashes of backup codes; empty if no second factor is given
     */
    public record Use(
            long proposal,
            String login,
            @Nullable String password,
            Optional<Function<String, List<String>>> recovery,
            Instant now) {}

    /**
     * Uses a code in one transaction, so that after a crash it is used with all that it gives, or
     * not at all.
     *
     * @return the generation of the second factor, 0 if none was given; empty where the code cannot
     *     be used any more
     */
    public Optional<Integer> use(Use use) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.transaction(connection, c -> use(c, use));
        }
    }

    private static Optional<Integer> use(Connection connection, Use use) throws SQLException {
        boolean used =
                Sql.one(
                                connection,
                                use.password() == null
                                        ? "select exeat.clerk_code_factor(?, ?) as used"
                                        : "select exeat.clerk_code_password(?, ?, ?) as used",
                                row -> row.getBoolean("used"),
                                use.password() == null
                                        ? new Object[] {use.proposal(), use.now()}
                                        : new Object[] {use.proposal(), use.password(), use.now()})
                        .orElse(false);
        if (!used || use.recovery().isEmpty()) {
            return used ? Optional.of(0) : Optional.empty();
        }
        return StaffStore.factor(
                        connection,
                        use.login(),
                        "proposal " + use.proposal(),
                        use.now(),
                        use.recovery().get())
                .map(StaffStore.Factor::generation);
    }

    /** What was proposed about somebody's own account. */
    public record Notice(
            long id,
            String what,
            Instant at,
            Optional<String> outcome,
            Optional<Instant> closed,
            Optional<Instant> objected,
            Optional<Instant> used) {}

    /** The reader's own, the newest first. */
    public List<Notice> notices(Asking own) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.query(
                    connection,
                    """
                    select id, what, proposed, outcome, closed, objected, used
                    from exeat.door_notices(?, ?, ?)
                    """,
                    row ->
                            new Notice(
                                    row.getLong("id"),
                                    row.getString("what"),
                                    Sql.instant(row, "proposed"),
                                    Optional.ofNullable(row.getString("outcome")),
                                    maybe(row, "closed"),
                                    maybe(row, "objected"),
                                    maybe(row, "used")),
                    own.token(),
                    own.now(),
                    own.since());
        }
    }

    /** The person did not ask for it; whether that was in time. */
    public boolean object(Asking own, long id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_object(?, ?, ?) as done",
                            row -> row.getBoolean("done"),
                            own.token(),
                            own.now(),
                            id)
                    .orElse(false);
        }
    }
}
