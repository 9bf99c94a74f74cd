package exeat.desk.auth;

import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.OfficerNames;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.SecretParts;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import exeat.store.rows.SessionStore;
import exeat.store.rows.StaffStore;
import exeat.telemetry.LogEvent;
import exeat.telemetry.LogField;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Signing in. Every failure looks alike. After too many (by default ten within a quarter of an
 * hour) further attempts are rejected for a while; {@link SignInThrottle} says for whom.
 */
public final class Authentication {

    private static final Duration CLOCK = Duration.ofDays(1);

    private final PasswordHashing passwords;

    /** A hash to compare with for unknown logins, so that they take as long. */
    private final String nobody;

    private final SessionStore store;
    private final StaffStore staff;
    private final Vault vault;
    private final DirectiveRegister register;
    private final InstantSource clock;
    private final Config config;
    private final SecondFactor factors;
    private final SignInThrottle throttle;
    private final AccountCodes codes;
    private final SignInLog log;

    public static Authentication of(Infrastructure in, DirectiveRegister register) {
        return new Authentication(in, register);
    }

    private Authentication(Infrastructure in, DirectiveRegister register) {
        this.register = register;
        this.store = new SessionStore(in.database());
        this.staff = new StaffStore(in.database());
        this.vault = in.vault();
        this.clock = in.clock();
        this.config = in.config();
        this.passwords = new PasswordHashing(in.passwordCost());
        this.nobody = passwords.hash(SessionTokens.generate());
        this.log = new SignInLog(vault);
        this.throttle = new SignInThrottle(store, vault, config, clock);
        this.factors = new SecondFactor(staff, store, vault, clock);
        this.codes = new AccountCodes(in, passwords, throttle, factors);
    }

    /** A short session for somebody who has not signed in: it may file an application. */
    public Session anonymousSession() {
        return open("stranger", new Actor.Stranger(), config.time(Settings.STRANGER_SESSION));
    }

    /** The session of the system's own clock. */
    public Session clockSession() {
        return open("clock", new Actor.Clock(), CLOCK);
    }

    private Session open(String kind, Actor actor, Duration length) {
        var token = SessionTokens.generate();
        var now = clock.instant();
        var expires = now.plus(length);
        StoreCalls.run(
                () -> store.open(SessionTokens.hash(token), kind, Optional.empty(), expires, now));
        return new Session(token, actor, "", expires);
    }

    /** Signs in the holder of an account, by login and password, and no second factor. */
    public Optional<Session> signInOfficer(String login, String password) {
        return signInOfficer(login, password, "");
    }

    /** Signs in with a code too, from this machine. */
    public Optional<Session> signInOfficer(String login, String password, String code) {
        return signInOfficer(login, password, code, SignInOrigin.HERE);
    }

    /**
     * An officer.
     *
     * @param code of their device or a backup code; empty without a second factor
     * @param from the network address and known browser
     */
    public Optional<Session> signInOfficer(
            String login, String password, String code, SignInOrigin from) {
        var name = plain(login);
        var subject = vault.keyed("login", name);
        var attempt = throttle.begin(subject, from);
        if (!attempt.open()) {
            return log.shut("officer", subject);
        }
        try {
            var session = officer(name, password, code, subject, attempt.turn());
            if (session.isPresent()) {
                throttle.takeBack(attempt);
            }
            return session;
        } catch (OfficeException notLookedAt) {
            // What the office was too busy to look at is nobody's failure.
            throttle.takeBack(attempt);
            throw notLookedAt;
        }
    }

    private Optional<Session> officer(
            String name, String password, String code, Bytes subject, HashingQueue.Turn turn) {
        var account = StoreCalls.get(() -> store.account(name));
        var hash = account.map(SessionStore.Account::password).orElse(nobody);
        if (!passwords.isRight(password, hash, turn) || account.isEmpty()) {
            return log.failed("officer", subject);
        }
        if (!factors.isRight(account.get().id(), code)) {
            return log.failed("officer", subject);
        }
        if (passwords.isOutdated(hash)) {
            var fresh = passwords.hash(password);
            StoreCalls.run(() -> store.renew(account.get().id(), hash, fresh));
        }
        var token = SessionTokens.generate();
        var now = clock.instant();
        var expires = now.plus(config.time(Settings.OFFICER_SESSION));
        var id = Optional.of(account.get().id());
        var kind = account.get().kind();
        StoreCalls.run(() -> store.open(SessionTokens.hash(token), kind, id, expires, now));
        var session = resume(token);
        if (session.filter(this::lacksFactor).isPresent()) {
            log.say(LogEvent.SECOND_FACTOR_MISSING, session.get());
            StoreCalls.run(() -> store.end(SessionTokens.hash(token)));
            return log.failed("officer", subject);
        }
        session.ifPresent(opened -> log.signedIn(opened, subject));
        return session;
    }

    /** Whether the account that signs in needs a second factor but has none. */
    private boolean lacksFactor(Session session) {
        return AskedFactors.isAsked(config, session.actor())
                && account(session).filter(factors::isOn).isEmpty();
    }

    /** One of somebody's own sessions; {@code here} is the one that asks. */
    public record OwnSession(Instant since, Instant seen, Instant expires, boolean here) {}

    /** All sessions of this session's user, this one first. */
    public List<OwnSession> sessions(Session session) {
        var token = SessionTokens.hash(session.token());
        return StoreCalls.get(() -> store.sessions(token, clock.instant())).stream()
                .map(open -> new OwnSession(open.made(), open.seen(), open.expires(), open.own()))
                .toList();
    }

    /** Signs out everywhere else; returns the number of sessions. */
    public int signOutOthers(Session session) {
        var token = SessionTokens.hash(session.token());
        int ended = StoreCalls.get(() -> store.endOthers(token, clock.instant()));
        log.say(LogEvent.SIGNED_OUT_ELSEWHERE, session);
        return ended;
    }

    /** The result of changing a password. */
    public enum PasswordChange {
        CHANGED,
        /** The old password was wrong; this counts like a failed sign-in. */
        WRONG,
        /** See {@link OfficerAccounts#isStrong}. */
        WEAK
    }

    /** Changes the password, from this machine. */
    public PasswordChange changePassword(
            Session session, String login, String before, String after) {
        return changePassword(session, login, before, after, SignInOrigin.HERE);
    }

    /** Changes the password of a session's officer or auditor; their other sessions end. */
    public PasswordChange changePassword(
            Session session, String login, String before, String after, SignInOrigin from) {
        var known = account(session);
        if (known.isEmpty()) {
            return PasswordChange.WRONG;
        }
        var id = known.get();
        var name = plain(login);
        var subject = vault.keyed("login", name);
        var account = StoreCalls.get(() -> store.account(name));
        var hash = account.map(SessionStore.Account::password).orElse(nobody);
        boolean own = account.filter(a -> a.id().equals(id)).isPresent();
        var attempt = throttle.begin(subject, from);
        if (!attempt.open() || !passwords.isRight(before, hash, HashingQueue.Turn.KNOWN) || !own) {
            log.failed("officer", subject);
            return PasswordChange.WRONG;
        }
        throttle.takeBack(attempt);
        if (!OfficerAccounts.isStrong(after, name)) {
            log.say(LogEvent.PASSWORD_REFUSED, session);
            return PasswordChange.WEAK;
        }
        var fresh = passwords.hash(after);
        var keep = SessionTokens.hash(session.token());
        var now = clock.instant();
        if (!StoreCalls.get(() -> staff.password(id, hash, fresh, keep, now))) {
            return PasswordChange.WRONG;
        }
        log.say(LogEvent.PASSWORD_CHANGED, session);
        return PasswordChange.CHANGED;
    }

    private static Optional<String> account(Session session) {
        return switch (session.actor()) {
            case Actor.Officer officer -> Optional.of(officer.id().text());
            case Actor.Auditor auditor -> Optional.of(auditor.id().text());
            case Actor.Administrator one -> Optional.of(one.id().text());
            case Actor.Party _, Actor.Stranger _, Actor.Clock _ -> Optional.empty();
        };
    }

    /** Under which directives an officer or auditor may act. */
    public Mandates mandates() {
        return new Mandates(store, clock);
    }

    /** Officers' second factors. */
    public SecondFactor secondFactor() {
        return factors;
    }

    /** Codes that administrators hand over. */
    public AccountCodes codes() {
        return codes;
    }

    /** A person of one application, from this machine. */
    public Optional<Session> signInTraveller(String number, String secret) {
        return signInTraveller(number, secret, SignInOrigin.HERE);
    }

    /** A person of one application, by its number and their own secret. */
    public Optional<Session> signInTraveller(String number, String secret, SignInOrigin from) {
        var stored = ReferenceCodes.readNumber(number);
        var subject = vault.keyed("number", stored.orElse(number));
        var given = ReferenceCodes.readSecret(secret);
        var token = SessionTokens.generate();
        var expires = clock.instant().plus(config.time(Settings.TRAVELLER_SESSION));
        var hashes = given.map(this::secretHashes).orElse(List.of());
        var tried =
                throttle.attempt(
                        subject,
                        from,
                        (attempt, since) ->
                                store.openParty(
                                        SessionTokens.hash(token),
                                        stored.orElse(""),
                                        hashes,
                                        expires,
                                        attempt,
                                        since));
        if (!tried.open()) {
            return log.shut("party", subject);
        }
        var session = tried.party().map(party -> session(token, party));
        session.ifPresentOrElse(
                opened -> log.signedIn(opened, subject), () -> log.failed("party", subject));
        return session;
    }

    private static Session session(String token, SessionStore.Party party) {
        var actor = traveller(party.caseKey(), party.traveller());
        return new Session(token, actor, "", party.expires(), party.directive());
    }

    private static Actor.Party traveller(String caseKey, int number) {
        return new Actor.Party(CaseId.of(caseKey), new TravellerNo(number));
    }

    /**
     * How a secret may be stored: as one piece, of the person who filed and of all that is older;
     * or as two parts that two officers handed over.
     */
    private List<Bytes> secretHashes(String secret) {
        var parts = ReferenceCodes.secretParts(secret);
        return List.of(
                secretHash(secret),
                SecretParts.hash(
                        secretPartHash(parts.getFirst()), secretPartHash(parts.getLast())));
    }

    /** How one of the two parts of a secret is stored. */
    public Bytes secretPartHash(String part) {
        return vault.keyed("secret part", part);
    }

    /** How a secret is stored that is made as one piece. */
    public Bytes secretHash(String secret) {
        return vault.keyed("secret", secret);
    }

    /** A mark for the browser that an officer signed in with: it is known for that login. */
    public String deviceOfOfficer(String login) {
        return throttle.device(vault.keyed("login", plain(login)));
    }

    private static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** The device of a person of one application. */
    public String deviceOfTraveller(String number) {
        return throttle.device(
                vault.keyed("number", ReferenceCodes.readNumber(number).orElse(number)));
    }

    /** Whose session it is, for the log: the kind, a pseudonym, and an officer's unit. */
    public List<LogField> logFields(Session session) {
        return log.fields(session);
    }

    /** Numbers of successful, failed and throttled sign-ins since the office was opened. */
    public record SignInCounters(long opened, long failed, long throttled) {}

    public SignInCounters counters() {
        return log.counters();
    }

    /** The session of this token, while it is valid; an officer's briefing is read again. */
    public Optional<Session> resume(String token) {
        Instant now = clock.instant();
        var rest =
                new SessionStore.IdleLimits(
                        config.time(Settings.OFFICER_REST).toSeconds(),
                        config.time(Settings.TRAVELLER_REST).toSeconds());
        return StoreCalls.get(() -> store.resume(SessionTokens.hash(token), now, rest))
                .map(live ->
                        new Session(
                                token, actor(live), name(live), live.expires(), live.directive()));
    }

    private String name(SessionStore.Live live) {
        return live.name()
                .map(sealed -> OfficerNames.open(vault, live.account(), sealed))
                .orElse("");
    }

    private Actor actor(SessionStore.Live live) {
        return switch (live.kind()) {
            case "officer" ->
                    new Actor.Officer(
                            new OfficerId(live.account()),
                            new AuthorityId(live.unit()),
                            register.function(
                                    live.directive(),
                                    new AuthorityId(live.unit()),
                                    live.function()),
                            live.edition().equals(register.edition(live.directive())),
                            live.lawyer(),
                            duty(live));
            case "auditor" ->
                    new Actor.Auditor(new OfficerId(live.account()), new AuthorityId(live.unit()));
            case "administrator" -> new Actor.Administrator(new OfficerId(live.account()));
            case "party" -> traveller(live.caseKey(), live.traveller());
            case "stranger" -> new Actor.Stranger();
            case "clock" -> new Actor.Clock();
            default -> throw new OfficeException(Code.FAULT, "a session of kind " + live.kind());
        };
    }

    private static Actor.Duty duty(SessionStore.Live live) {
        return new Actor.Duty(
                live.absent(),
                Optional.of(live.acting()).filter(id -> !id.isEmpty()).map(OfficerId::new),
                Set.of());
    }

    /**
     * Somebody for whom an officer can act now.
     *
     * @param until when that ends
     */
    public record StandIn(OfficerId officer, String name, AuthorityId unit, Instant until) {}

    /** The officers for whom this officer can act now by delegation. */
    public List<StandIn> standIns(Session session) {
        var token = SessionTokens.hash(session.token());
        return StoreCalls.get(() -> store.standsIn(token, clock.instant())).stream()
                .map(row ->
                        new StandIn(
                                new OfficerId(row.account()),
                                OfficerNames.open(vault, row.account(), row.name()),
                                new AuthorityId(row.unit()),
                                row.ends()))
                .toList();
    }

    /**
     * Lets the session act for another officer from now on, or for its own again; returns whether
     * it may.
     */
    public boolean actFor(Session session, Optional<OfficerId> officer) {
        var token = SessionTokens.hash(session.token());
        boolean may =
                StoreCalls.get(
                        () -> store.actFor(token, officer.map(OfficerId::text), clock.instant()));
        if (may) {
            log.say(LogEvent.ACTS_FOR, session);
        }
        return may;
    }

    /** Signs out, at once and for good. */
    public void signOut(Session session) {
        if (!(session.actor() instanceof Actor.Clock)) {
            log.say(LogEvent.SIGNED_OUT, session);
        }
        StoreCalls.run(() -> store.end(SessionTokens.hash(session.token())));
    }

    /** Forgets sessions that have ended, and attempts that no longer count. */
    public void sweep() {
        var now = clock.instant();
        var attempts = now.minus(config.time(Settings.DOOR_WINDOW));
        StoreCalls.run(() -> store.sweep(now, attempts));
    }
}
