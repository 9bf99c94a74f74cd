package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Officers' accounts: made, ended and listed, with who did it. */
public final class StaffStore {

    private final Database database;

    public StaffStore(Database database) {
        this.database = database;
    }

    /**
     * An officer's account.
     *
     * @param password bcrypt
     * @param name sealed
     */
    public record Account(
            String id,
            String login,
            String password,
            Bytes name,
            String unit,
            String function,
            String directive,
            boolean lawyer,
            boolean auditor,
            boolean administrator) {}

    /**
     * An account with its past.
     *
     * @param edition of the directive, which they read last; empty for none
     * @param ownPassword whether they have changed the password that they were given
     * @param made empty for one from before this was recorded
     * @param ended empty while it lets its officer in
     */
    public record Member(
            String login,
            Bytes name,
            String id,
            String unit,
            String function,
            boolean lawyer,
            boolean auditor,
            boolean administrator,
            String directive,
            String edition,
            boolean ownPassword,
            Optional<Done> made,
            Optional<Done> ended) {}

    /** Who did it, and when. */
    public record Done(String by, Instant at) {}

    /**
     * A mandate to give.
     *
     * @param function the unit's, as it is stored
     */
    public record Mandate(String login, String directive, String unit, String function) {}

    /** Gives one; says what came of it. */
    public String grant(Mandate mandate, Set<String> scope, Done given) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_mandate(?, ?, ?, ?, ?, ?, ?) as came",
                            row -> row.getString("came"),
                            mandate.login(),
                            mandate.directive(),
                            mandate.unit(),
                            mandate.function(),
                            scope.toArray(String[]::new),
                            given.by(),
                            given.at())
                    .orElseThrow();
        }
    }

    /** Ends one, and every session under it, in one transaction; says what came of it. */
    public String endMandate(String login, String directive, Done ended) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_mandate_end(?, ?, ?, ?) as came",
                            row -> row.getString("came"),
                            login,
                            directive,
                            ended.by(),
                            ended.at())
                    .orElseThrow();
        }
    }

    /** What became of ending an account. */
    public enum End {
        ENDED,
        ENDED_BEFORE,
        UNKNOWN
    }

    /** Whether the account was made: its id and its login were free. */
    public boolean create(Account account, Set<String> scope, Done made) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_account(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as made",
                            row -> row.getBoolean("made"),
                            account.id(),
                            account.login(),
                            account.password(),
                            account.name(),
                            account.unit(),
                            account.function(),
                            account.directive(),
                            scope.toArray(String[]::new),
                            account.lawyer(),
                            account.auditor(),
                            account.administrator(),
                            made.by(),
                            made.at())
                    .orElse(false);
        }
    }

    /**
     * Another password in the place of one; every session of the account but one ends, in one
     * transaction.
     *
     * @param before as it is stored, so that of two changes at once one is told that it came late
     * @param keep the hash of the token of the session that goes on
     * @return whether the account still has that password, and is not ended
     */
    public boolean password(String id, String before, String password, Bytes keep, Instant now)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_password(?, ?, ?, ?, ?) as changed",
                            row -> row.getBoolean("changed"),
                            id,
                            before,
                            password,
                            keep,
                            now)
                    .orElse(false);
        }
    }

    /** A second factor that was given. */
    public record Factor(String account, int generation) {}

    /**
     * Gives one, or another, with codes for the day on which the device is lost, in one
     * transaction: after a crash there are both or, as before, neither.
     *
     * @param recovery the hashes of the codes, for the account that has the login
     * @return empty where there is no such officer
     */
    public Optional<Factor> factor(
            String login, String by, Instant now, Function<String, List<String>> recovery)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.transaction(connection, c -> factor(c, login, by, now, recovery));
        }
    }

    /** Reads the factor within a transaction. */
    static Optional<Factor> factor(
            Connection connection,
            String login,
            String by,
            Instant now,
            Function<String, List<String>> recovery)
            throws SQLException {
        var factor =
                Sql.one(
                        connection,
                        "select account, generation from exeat.clerk_factor(?, ?, ?)",
                        row -> new Factor(row.getString("account"), row.getInt("generation")),
                        login,
                        by,
                        now);
        if (factor.isPresent()) {
            var account = factor.get().account();
            Sql.run(
                    connection,
                    "select exeat.clerk_recovery(?, ?)",
                    account,
                    recovery.apply(account).toArray(String[]::new));
        }
        return factor;
    }

    /** Removes it; returns whether there was one. */
    public boolean factorEnd(String login, String by, Instant now) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_factor_end(?, ?, ?) as ended",
                            row -> row.getBoolean("ended"),
                            login,
                            by,
                            now)
                    .orElse(false);
        }
    }

    /** Ends an account and every session of it, in one transaction. */
    public End end(String login, Done ended) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_account_end(?, ?, ?) as came",
                            row ->
                                    switch (row.getString("came")) {
                                        case "ended" -> End.ENDED;
                                        case "ended before" -> End.ENDED_BEFORE;
                                        default -> End.UNKNOWN;
                                    },
                            login,
                            ended.by(),
                            ended.at())
                    .orElse(End.UNKNOWN);
        }
    }

    /** With which costs the stored passwords are hashed, as bcrypt writes them. */
    public Set<String> passwordCosts() throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Set.copyOf(
                    Sql.query(
                            connection,
                            "select cost from exeat.clerk_password_costs()",
                            row -> row.getString("cost")));
        }
    }

    /** Every account, by login. */
    public List<Member> all() throws SQLException {
        var sql =
                """
                select login, name, id, unit, function, lawyer, auditor, administrator, directive,
                    coalesce(edition, '') as edition, own_password, made, made_by, ended, ended_by
                from exeat.clerk_staff()
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row ->
                            new Member(
                                    row.getString("login"),
                                    Sql.bytes(row, "name"),
                                    row.getString("id"),
                                    row.getString("unit"),
                                    row.getString("function"),
                                    row.getBoolean("lawyer"),
                                    row.getBoolean("auditor"),
                                    row.getBoolean("administrator"),
                                    row.getString("directive"),
                                    row.getString("edition"),
                                    row.getBoolean("own_password"),
                                    done(row, "made"),
                                    done(row, "ended")));
        }
    }

    private static Optional<Done> done(java.sql.ResultSet row, String what) throws SQLException {
        var by = row.getString(what + "_by");
        return by == null ? Optional.empty() : Optional.of(new Done(by, Sql.instant(row, what)));
    }
}
