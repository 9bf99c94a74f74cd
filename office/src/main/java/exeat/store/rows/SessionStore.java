package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions, and finding accounts and secrets by their hashes. */
public final class SessionStore {

    private final Database database;

    public SessionStore(Database database) {
        this.database = database;
    }

    /**
     * An account at sign-in.
     *
     * @param password its hash
     * @param kind of session that it opens
     */
    public record Account(String id, String password, String kind) {}

    /**
     * Somebody in a case, and their session.
     *
     * @param directive the id of the one that the case is under
     */
    public record Party(String caseKey, int traveller, String directive, Instant expires) {}

    /**
     * A session's row.
     *
     * @param account empty but for an officer, as are name, unit, function and directive
     * @param edition of the directive, which they read last; empty for none
     */
    public record Live(
            String kind,
            String account,
            Optional<Bytes> name,
            String unit,
            String function,
            String directive,
            String edition,
            boolean lawyer,
            String acting,
            boolean absent,
            String caseKey,
            int traveller,
            Instant expires) {}

    /**
     * Opens a session.
     *
     * @param token SHA-256 of the token
     * @param kind {@code officer}, {@code auditor}, {@code administrator}, {@code stranger} or
     *     {@code clock}
     */
    public void open(
            Bytes token, String kind, Optional<String> account, Instant expires, Instant now)
            throws SQLException {
        try (var connection = database.door().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.door_open(?, ?, ?, ?, ?)",
                    token,
                    kind,
                    account.orElse(null),
                    expires,
                    now);
        }
    }

    /**
     * An attempt to sign in.
     *
     * @param subjects the keyed hashes under which it counts
     * @param most how many may count under each; in the same order
     * @param at its time
     */
    public record Try(List<Bytes> subjects, List<Integer> most, Instant at) {
        public Try {
            subjects = List.copyOf(subjects);
            most = List.copyOf(most);
        }
    }

    /**
     * Lets an attempt count, if it may still be made.
     *
     * @param since before this one no longer counts
     * @return false when as many as may count under some subject, and then this one does not
     */
    public boolean tryOnce(Try attempt, Instant since) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_try(?, ?, ?, ?) as open",
                            row -> row.getBoolean("open"),
                            hex(attempt),
                            attempt.most().toArray(Integer[]::new),
                            since,
                            attempt.at())
                    .orElse(false);
        }
    }

    /** One attempt of this time no longer counts. */
    public void takeBack(Try attempt) throws SQLException {
        try (var connection = database.door().getConnection()) {
            Sql.run(connection, "select exeat.door_take_back(?, ?)", hex(attempt), attempt.at());
        }
    }

    private static String[] hex(Try attempt) {
        return attempt.subjects().stream().map(Bytes::hex).toArray(String[]::new);
    }

    /** Another hash of the same password, in the place of one; whether it is still that one. */
    public boolean renew(String account, String before, String password) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_renew(?, ?, ?) as done",
                            row -> row.getBoolean("done"),
                            account,
                            before,
                            password)
                    .orElse(false);
        }
    }

    /**
     * What came of a person's attempt to sign in.
     *
     * @param open false when too many failed before, so that nothing was compared
     * @param party whose secret it is; empty when nobody's
     */
    public record PartyTry(boolean open, Optional<Party> party) {}

    /**
     * Opens a session for the holder of this secret in this case, in the transaction in which the
     * attempt counts; one that succeeds does not count.
     *
     * @param hashes of the secret, one for each way in which it can have been made
     * @param since before this an attempt no longer counts
     */
    public PartyTry openParty(
            Bytes token,
            String number,
            List<Bytes> hashes,
            Instant expires,
            Try attempt,
            Instant since)
            throws SQLException {
        var sql =
                """
                select open, case_key, traveller, directive, expires
                from exeat.door_open_party(?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            sql,
                            SessionStore::partyTry,
                            token,
                            number,
                            hashes.stream().map(Bytes::array).toArray(byte[][]::new),
                            expires,
                            attempt.at(),
                            hex(attempt),
                            attempt.most().toArray(Integer[]::new),
                            since)
                    .orElseThrow();
        }
    }

    private static PartyTry partyTry(ResultSet row) throws SQLException {
        var key = row.getString("case_key");
        var party =
                key == null
                        ? Optional.<Party>empty()
                        : Optional.of(
                                new Party(
                                        key,
                                        row.getInt("traveller"),
                                        row.getString("directive"),
                                        Sql.instant(row, "expires")));
        return new PartyTry(row.getBoolean("open"), party);
    }

    /** The key of the case with this number, for any caller: it is told to nobody. */
    public Optional<String> caseByNumber(String number) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_case(?) as key",
                            row -> Optional.ofNullable(row.getString("key")),
                            number)
                    .flatMap(key -> key);
        }
    }

    public Optional<Account> account(String login) throws SQLException {
        var sql =
                """
                select id, password, kind from exeat.door_account(?)
                """;
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                    connection,
                    sql,
                    row ->
                            new Account(
                                    row.getString("id"),
                                    row.getString("password"),
                                    row.getString("kind")),
                    login);
        }
    }

    /**
     * How long a session may rest.
     *
     * @param officer in seconds
     * @param party in seconds
     */
    public record IdleLimits(long officer, long party) {}

    /** The session of this token, while it lives and has not rested for too long. */
    public Optional<Live> resume(Bytes token, Instant now, IdleLimits rest) throws SQLException {
        var sql =
                """
                select kind, coalesce(account, '') as account, name, coalesce(unit, '') as unit,
                    coalesce(function, '') as function, coalesce(directive, '') as directive,
                    coalesce(edition, '') as edition, lawyer,
                    coalesce(acting, '') as acting, absent,
                    coalesce(case_key, '') as case_key, coalesce(traveller, 0) as traveller,
                    expires
                from exeat.door_resume(?, ?, ?, ?)
                """;
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                    connection,
                    sql,
                    row ->
                            new Live(
                                    row.getString("kind"),
                                    row.getString("account"),
                                    Optional.ofNullable(Sql.bytesOrNull(row, "name")),
                                    row.getString("unit"),
                                    row.getString("function"),
                                    row.getString("directive"),
                                    row.getString("edition"),
                                    row.getBoolean("lawyer"),
                                    row.getString("acting"),
                                    row.getBoolean("absent"),
                                    row.getString("case_key"),
                                    row.getInt("traveller"),
                                    Sql.instant(row, "expires")),
                    token,
                    now,
                    rest.officer(),
                    rest.party());
        }
    }

    /**
     * One of somebody's sessions.
     *
     * @param own the one that asks
     */
    public record Open(Instant made, Instant seen, Instant expires, boolean own) {}

    /** All sessions of this session's user, this one first. */
    public List<Open> sessions(Bytes token, Instant now) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.query(
                    connection,
                    "select made, seen, expires, own from exeat.door_sessions(?, ?)",
                    row ->
                            new Open(
                                    Sql.instant(row, "made"),
                                    Sql.instant(row, "seen"),
                                    Sql.instant(row, "expires"),
                                    row.getBoolean("own")),
                    token,
                    now);
        }
    }

    /** Ends all of them but this; says how many. */
    public int endOthers(Bytes token, Instant now) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_leave_others(?, ?) as n",
                            row -> row.getInt("n"),
                            token,
                            now)
                    .orElse(0);
        }
    }

    /** The generation of an account's second factor; empty where it has none. */
    public Optional<Integer> factor(String account) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                    connection,
                    "select generation from exeat.door_factor(?)",
                    row -> row.getInt("generation"),
                    account);
        }
    }

    /** Takes the code of this step; whether it, or a later one, was not taken before. */
    public boolean factorStep(String account, long step) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_factor_step(?, ?) as fresh",
                            row -> row.getBoolean("fresh"),
                            account,
                            step)
                    .orElse(false);
        }
    }

    /** Takes a code of the list; whether it was on it. */
    public boolean recover(String account, String hash, Instant now) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_recover(?, ?, ?) as done",
                            row -> row.getBoolean("done"),
                            account,
                            hash,
                            now)
                    .orElse(false);
        }
    }

    /** Somebody for whom an officer could act. */
    public record StandsIn(String account, Bytes name, String unit, Instant ends) {}

    /** For whom the officer of this session could act now. */
    public List<StandsIn> standsIn(Bytes token, Instant now) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.query(
                    connection,
                    "select account, name, unit, ends from exeat.door_stands_in(?, ?)",
                    row ->
                            new StandsIn(
                                    row.getString("account"),
                                    Sql.bytes(row, "name"),
                                    row.getString("unit"),
                                    Sql.instant(row, "ends")),
                    token,
                    now);
        }
    }

    /** From now on the session acts for this account, or for its own again; whether it may. */
    public boolean actFor(Bytes token, Optional<String> account, Instant now) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_act_for(?, ?, ?) as may",
                            row -> row.getBoolean("may"),
                            token,
                            account.orElse(null),
                            now)
                    .orElse(false);
        }
    }

    /**
     * A mandate of an account.
     *
     * @param directive under which it acts
     * @param unit for which it acts there
     */
    public record Mandate(String directive, String unit) {}

    /** The mandates of this session's officer or auditor, in the order in which they were given. */
    public List<Mandate> mandates(Bytes token, Instant now) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.query(
                    connection,
                    "select directive, unit from exeat.door_mandates(?, ?)",
                    row -> new Mandate(row.getString("directive"), row.getString("unit")),
                    token,
                    now);
        }
    }

    /** From now on the session acts under this directive; whether there is a mandate. */
    public boolean actUnder(Bytes token, String directive, Instant now) throws SQLException {
        try (var connection = database.door().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.door_act_under(?, ?, ?) as may",
                            row -> row.getBoolean("may"),
                            token,
                            directive,
                            now)
                    .orElse(false);
        }
    }

    public void end(Bytes token) throws SQLException {
        try (var connection = database.door().getConnection()) {
            Sql.run(connection, "select exeat.door_leave(?)", token);
        }
    }

    /**
     * Forgets sessions that have ended, and attempts to sign in.
     *
     * @param attempts before this they no longer count
     */
    public void sweep(Instant now, Instant attempts) throws SQLException {
        try (var connection = database.door().getConnection()) {
            Sql.run(connection, "select exeat.door_sweep(?, ?)", now, attempts);
        }
    }
}
