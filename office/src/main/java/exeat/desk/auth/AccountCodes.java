package exeat.desk.auth;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.store.StoredFunction;
import exeat.store.key.Vault;
import exeat.store.rows.AdministrationStore;
import exeat.store.rows.AdministrationStore.Asking;
import exeat.store.rows.AdministrationStore.Code;
import exeat.store.rows.AdministrationStore.Use;
import exeat.store.rows.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Codes that two administrators handed over, half each: with one somebody chooses the password of a
 * new account or another password, or gets another second factor. Wrong ones count like failed
 * sign-ins.
 */
public final class AccountCodes {

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final Set<String> FOR_PASSWORD = Set.of("account", "password");

    private final AdministrationStore store;
    private final SessionStore sessions;
    private final Vault vault;
    private final Config config;
    private final InstantSource clock;
    private final PasswordHashing passwords;
    private final SignInThrottle throttle;
    private final SecondFactor factors;

    AccountCodes(
            Infrastructure in,
            PasswordHashing passwords,
            SignInThrottle throttle,
            SecondFactor factors) {
        this.store = new AdministrationStore(in.database());
        this.sessions = new SessionStore(in.database());
        this.vault = in.vault();
        this.config = in.config();
        this.clock = in.clock();
        this.passwords = passwords;
        this.throttle = throttle;
        this.factors = factors;
    }

    static String hash(Vault vault, String part) {
        return vault.keyed("account code", part).hex();
    }

    /** What came of using a code. */
    public sealed interface Used {

        /**
         * It was used.
         *
         * @param factor what the person receives for their device, once; empty where they keep what
         *     they have
         */
        record Done(Optional<SecondFactor.Enrolment> factor) implements Used {}

        /** The login, the code or the password is wrong, or the code is too old. */
        record Wrong() implements Used {}

        /**
         * Too many failed before, and nothing was looked at.
         *
         * @param pause after so long with no other attempt it is looked at again
         */
        record TooOften(Duration pause) implements Used {}

        /** See {@link OfficerAccounts#isStrong}. */
        record Weak() implements Used {}
    }

    /**
     * Chooses a password; with it a second factor, where the account must have one and has none.
     *
     * @param code both halves
     */
    public Used choosePassword(String login, String code, String password, SignInOrigin from) {
        var name = plain(login);
        // Before anything is looked up, so that it tells nothing about the code.
        if (!OfficerAccounts.isStrong(password, name)) {
            return new Used.Weak();
        }
        var attempt = throttle.begin(vault.keyed("login", name), from);
        if (!attempt.open()) {
            return new Used.TooOften(config.time(Settings.DOOR_WINDOW));
        }
        var found = code(name, code).filter(one -> FOR_PASSWORD.contains(one.what()));
        if (found.isEmpty()) {
            return new Used.Wrong();
        }
        boolean lacks = isAsked(found.get()) && !factors.isOn(found.get().account());
        var used = use(found.get(), name, Optional.of(passwords.hash(password)), lacks);
        throttle.takeBack(attempt);
        return used;
    }

    /** Gets another second factor; the old device and backup codes are no use any more. */
    public Used newFactor(String login, String code, String password, SignInOrigin from) {
        var name = plain(login);
        var attempt = throttle.begin(vault.keyed("login", name), from);
        if (!attempt.open()) {
            return new Used.TooOften(config.time(Settings.DOOR_WINDOW));
        }
        var found = code(name, code).filter(one -> one.what().equals("factor"));
        var account = StoreCalls.get(() -> sessions.account(name));
        if (found.isEmpty()
                || account.isEmpty()
                || !passwords.isRight(password, account.get().password(), attempt.turn())) {
            return new Used.Wrong();
        }
        var used = use(found.get(), name, Optional.empty(), true);
        throttle.takeBack(attempt);
        return used;
    }

    private Optional<Code> code(String login, String typed) {
        return ReferenceCodes.readSecret(typed)
                .map(ReferenceCodes::secretParts)
                .flatMap(parts ->
                        StoreCalls.get(() ->
                                store.code(
                                        login,
                                        hash(vault, parts.getFirst()),
                                        hash(vault, parts.getLast()),
                                        clock.instant().minus(Administration.VALID))));
    }

    private boolean isAsked(Code code) {
        return AskedFactors.isAsked(
                config,
                AccountRole.of(
                        code.lawyer(),
                        code.kind().equals("auditor"),
                        code.kind().equals("administrator")),
                StoredFunction.read(code.function()));
    }

    private Used use(Code code, String login, Optional<String> password, boolean factor) {
        var backup = SecondFactor.freshCodes();
        var use =
                new Use(
                        code.proposal(),
                        login,
                        password.orElse(null),
                        factor
                                ? Optional.of(account -> factors.hashes(account, backup))
                                : Optional.empty(),
                        clock.instant());
        return StoreCalls.get(() -> store.use(use))
                .<Used>map(generation ->
                        new Used.Done(
                                factor
                                        ? Optional.of(
                                                factors.enrolment(
                                                        login, code.account(), generation, backup))
                                        : Optional.empty()))
                .orElseGet(Used.Wrong::new);
    }

    /**
     * What administrators proposed about somebody's own account.
     *
     * @param objectable whether the person can still say that they did not ask for it
     */
    public record Notice(
            long id,
            AccountProposal.What what,
            Instant at,
            boolean agreed,
            boolean used,
            boolean objected,
            boolean objectable) {}

    /** Notices of the last thirty days, the newest first. */
    public List<Notice> notices(Session session) {
        return StoreCalls.get(() -> store.notices(asking(session))).stream()
                .map(row -> {
                    boolean agreed = row.outcome().filter("agreed"::equals).isPresent();
                    boolean open = row.outcome().isEmpty() || agreed;
                    return new Notice(
                            row.id(),
                            AccountProposal.What.of(row.what()),
                            row.at(),
                            agreed,
                            row.used().isPresent(),
                            row.objected().isPresent(),
                            open && row.used().isEmpty() && row.objected().isEmpty());
                })
                .toList();
    }

    /** The person did not ask for it: it has no effect any more. Whether that was in time. */
    public boolean object(Session session, long id) {
        return StoreCalls.get(() -> store.object(asking(session), id));
    }

    private Asking asking(Session session) {
        var now = clock.instant();
        return new Asking(SessionTokens.hash(session.token()), now, now.minus(SHOWN));
    }

    private static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
