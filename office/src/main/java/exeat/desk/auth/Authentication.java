package exeat.desk.auth;

import at.favre.lib.crypto.bcrypt.BCrypt;
import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.OfficerNames;
import exeat.desk.base.PasswordCost;
import exeat.desk.base.ReferenceCodes;
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
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import exeat.telemetry.LogField;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Signing in. Every failure looks alike, and after too many within some time (ten within a quarter
 * of an hour, unless set otherwise), by login or by number, nothing is tried until time has passed.
 */
public final class Authentication {

    private static final Duration CLOCK = Duration.ofDays(1);

    private final PasswordCost cost;

    /** What a login that does not exist is compared with, so that it takes as long. */
    private final String nobody;

    private final SessionStore store;
    private final StaffStore staff;
    private final Vault vault;
    private final DirectiveRegister register;
    private final InstantSource clock;
    private final Config config;
    private final SecondFactor factors;
    private final LongAdder opened = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder throttled = new LongAdder();

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
        this.cost = in.passwordCost();
        this.nobody = hash(SessionTokens.generate());
        this.factors = new SecondFactor(staff, store, vault, clock);
    }

    private String hash(String password) {
        return BCrypt.withDefaults().hashToString(cost.rounds(), password.toCharArray());
    }

    /** A short session for somebody who has not signed in: it may file an application. */
    public Session anonymousSession() {
        return open("stranger", new Actor.Stranger(), config.time(Settings.STRANGER_SESSION));
    }

    /** The system's own, for the passing of time. */
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

    /** An officer or an auditor, by login and password, who has no second factor. */
    public Optional<Session> signInOfficer(String login, String password) {
        return signInOfficer(login, password, "");
    }

    /**
     * An officer.
     *
     * @param code of their device or of their list; empty without a second factor
     */
    public Optional<Session> signInOfficer(String login, String password, String code) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var subject = vault.keyed("login", name);
        if (isThrottled(subject)) {
            return shut("officer", subject);
        }
        var account = StoreCalls.get(() -> store.account(name));
        var hash = account.map(SessionStore.Account::password).orElse(nobody);
        if (!isRight(password, hash) || account.isEmpty()) {
            return failed("officer", subject);
        }
        if (!factors.isRight(account.get().id(), code)) {
            return failed("officer", subject);
        }
        var token = SessionTokens.generate();
        var now = clock.instant();
        var expires = now.plus(config.time(Settings.OFFICER_SESSION));
        var id = Optional.of(account.get().id());
        var kind = account.get().auditor() ? "auditor" : "officer";
        StoreCalls.run(() -> store.open(SessionTokens.hash(token), kind, id, expires, now));
        var session = resume(token);
        if (session.filter(this::lacksFactor).isPresent()) {
            say(LogEvent.SECOND_FACTOR_MISSING, session.get());
            StoreCalls.run(() -> store.end(SessionTokens.hash(token)));
            return failed("officer", subject);
        }
        session.ifPresent(opened -> signedIn(opened, subject));
        return session;
    }

    /** Whether the mandate asks for a second factor, and the officer was never given one. */
    private boolean lacksFactor(Session session) {
        var asked = config.several(Settings.SECOND_FACTOR);
        boolean isAsked =
                switch (session.actor()) {
                    case Actor.Officer officer ->
                            asked.contains(officer.function().slug())
                                    || (officer.lawyer() && asked.contains(AskedFactors.LAWYER));
                    case Actor.Auditor _ -> asked.contains(AskedFactors.AUDITOR);
                    case Actor.Party _, Actor.Stranger _, Actor.Clock _ -> false;
                };
        return isAsked && account(session).filter(factors::isOn).isEmpty();
    }

    /** One of somebody's own sessions; {@code here} is the one that asks. */
    public record OwnSession(Instant since, Instant seen, Instant expires, boolean here) {}

    /** The sessions of whoever this one is of, this one first. */
    public List<OwnSession> sessions(Session session) {
        var token = SessionTokens.hash(session.token());
        return StoreCalls.get(() -> store.sessions(token, clock.instant())).stream()
                .map(open -> new OwnSession(open.made(), open.seen(), open.expires(), open.own()))
                .toList();
    }

    /** Signs out everywhere but here; says in how many places. */
    public int signOutOthers(Session session) {
        var token = SessionTokens.hash(session.token());
        int ended = StoreCalls.get(() -> store.endOthers(token, clock.instant()));
        say(LogEvent.SIGNED_OUT_ELSEWHERE, session);
        return ended;
    }

    /** What became of changing a password. */
    public enum PasswordChange {
        CHANGED,
        /** The one before was wrong; as often as at the door, and counted with it. */
        WRONG,
        /** See {@link OfficerAccounts#isStrong}. */
        WEAK
    }

    /** Another password for the officer or auditor of a session; their other sessions end. */
    public PasswordChange changePassword(
            Session session, String login, String before, String after) {
        var known = account(session);
        if (known.isEmpty()) {
            return PasswordChange.WRONG;
        }
        var id = known.get();
        var name = login.strip().toLowerCase(Locale.ROOT);
        var subject = vault.keyed("login", name);
        var account = StoreCalls.get(() -> store.account(name));
        var hash = account.map(SessionStore.Account::password).orElse(nobody);
        boolean own = account.filter(a -> a.id().equals(id)).isPresent();
        if (isThrottled(subject) || !isRight(before, hash) || !own) {
            failed("officer", subject);
            return PasswordChange.WRONG;
        }
        if (!OfficerAccounts.isStrong(after, name)) {
            say(LogEvent.PASSWORD_REFUSED, session);
            return PasswordChange.WEAK;
        }
        var fresh = hash(after);
        var keep = SessionTokens.hash(session.token());
        var now = clock.instant();
        if (!StoreCalls.get(() -> staff.password(id, hash, fresh, keep, now))) {
            return PasswordChange.WRONG;
        }
        say(LogEvent.PASSWORD_CHANGED, session);
        return PasswordChange.CHANGED;
    }

    /** Whose account a session is of; empty for who has none. */
    private static Optional<String> account(Session session) {
        return switch (session.actor()) {
            case Actor.Officer officer -> Optional.of(officer.id().text());
            case Actor.Auditor auditor -> Optional.of(auditor.id().text());
            case Actor.Party _, Actor.Stranger _, Actor.Clock _ -> Optional.empty();
        };
    }

    private static boolean isRight(String password, String hash) {
        return BCrypt.verifyer().verify(password.toCharArray(), hash.toCharArray()).verified;
    }

    /** Officers' second factors. */
    public SecondFactor secondFactor() {
        return factors;
    }

    /** A person of one application, by its number and their own secret. */
    public Optional<Session> signInTraveller(String number, String secret) {
        var stored = ReferenceCodes.readNumber(number);
        var subject = vault.keyed("number", stored.orElse(number));
        var given = ReferenceCodes.readSecret(secret);
        if (stored.isEmpty() || given.isEmpty()) {
            return isThrottled(subject) ? shut("party", subject) : failed("party", subject);
        }
        var token = SessionTokens.generate();
        var expires = clock.instant().plus(config.time(Settings.TRAVELLER_SESSION));
        var hash = secretHash(given.get());
        var entry =
                StoreCalls.get(() ->
                        store.openParty(
                                SessionTokens.hash(token),
                                stored.get(),
                                hash,
                                expires,
                                patience(subject)));
        if (entry.party().isEmpty()) {
            return entry.shut() ? shut("party", subject) : failed("party", subject);
        }
        var session = new Session(token, actor(entry.party().get()), "", expires);
        signedIn(session, subject);
        return Optional.of(session);
    }

    /** How a secret is stored. */
    public Bytes secretHash(String secret) {
        return vault.keyed("secret", secret);
    }

    private boolean isThrottled(Bytes subject) {
        var patience = patience(subject);
        return StoreCalls.get(() -> store.attempts(subject, patience.since())) >= patience.most();
    }

    private SessionStore.Throttle patience(Bytes subject) {
        var now = clock.instant();
        return new SessionStore.Throttle(
                subject,
                now.minus(config.time(Settings.DOOR_WINDOW)),
                now,
                config.count(Settings.DOOR_FAILURES));
    }

    private Optional<Session> shut(String kind, Bytes subject) {
        throttled.increment();
        Log.write(LogEvent.SIGN_IN_THROTTLED, LogField.kind(kind), LogField.subject(subject.hex()));
        return Optional.empty();
    }

    private void signedIn(Session session, Bytes subject) {
        opened.increment();
        var fields = new ArrayList<>(logFields(session));
        fields.add(LogField.subject(subject.hex()));
        Log.write(LogEvent.SIGNED_IN, fields.toArray(LogField[]::new));
    }

    private void say(LogEvent occasion, Session session) {
        Log.write(occasion, logFields(session).toArray(LogField[]::new));
    }

    /** Whose session it is, for the log: the kind, a pseudonym, and an officer's unit. */
    public List<LogField> logFields(Session session) {
        return switch (session.actor()) {
            case Actor.Officer officer ->
                    List.of(
                            LogField.kind("officer"),
                            LogField.who(vault.keyed("in logs", officer.id().text()).hex()),
                            LogField.authority(officer.unit()));
            case Actor.Auditor auditor ->
                    List.of(
                            LogField.kind("auditor"),
                            LogField.who(vault.keyed("in logs", auditor.id().text()).hex()),
                            LogField.authority(auditor.unit()));
            case Actor.Party(var id, var no) ->
                    List.of(
                            LogField.kind("party"),
                            LogField.who(vault.keyed("in logs", id.key() + "\0" + no).hex()));
            case Actor.Stranger _ -> List.of(LogField.kind("stranger"));
            case Actor.Clock _ -> List.of(LogField.kind("clock"));
        };
    }

    /** How often somebody came in, did not, or found the door shut, since the office was opened. */
    public record SignInCounters(long opened, long failed, long throttled) {}

    public SignInCounters counters() {
        return new SignInCounters(opened.sum(), failures.sum(), throttled.sum());
    }

    private Optional<Session> failed(String kind, Bytes subject) {
        failures.increment();
        Log.write(LogEvent.SIGN_IN_FAILED, LogField.kind(kind), LogField.subject(subject.hex()));
        StoreCalls.run(() -> store.failed(subject, clock.instant()));
        return Optional.empty();
    }

    /** The session of this token, while it lives; an officer's briefing is read anew. */
    public Optional<Session> resume(String token) {
        Instant now = clock.instant();
        var rest =
                new SessionStore.IdleLimits(
                        config.time(Settings.OFFICER_REST).toSeconds(),
                        config.time(Settings.TRAVELLER_REST).toSeconds());
        return StoreCalls.get(() -> store.resume(SessionTokens.hash(token), now, rest))
                .map(live -> new Session(token, actor(live), name(live), live.expires()));
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
            case "party" -> actor(new SessionStore.Party(live.caseKey(), live.traveller()));
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

    /** For whom this officer can act now, because it was delegated to them. */
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

    /** The session acts for another officer from now on, or for its own; whether it may. */
    public boolean actFor(Session session, Optional<OfficerId> officer) {
        var token = SessionTokens.hash(session.token());
        boolean may =
                StoreCalls.get(
                        () -> store.actFor(token, officer.map(OfficerId::text), clock.instant()));
        if (may) {
            say(LogEvent.ACTS_FOR, session);
        }
        return may;
    }

    private static Actor actor(SessionStore.Party party) {
        return new Actor.Party(CaseId.of(party.caseKey()), new TravellerNo(party.traveller()));
    }

    /** Signs out, at once and for good. */
    public void signOut(Session session) {
        if (!(session.actor() instanceof Actor.Clock)) {
            say(LogEvent.SIGNED_OUT, session);
        }
        StoreCalls.run(() -> store.end(SessionTokens.hash(session.token())));
    }

    /** Forgets sessions that have ended. */
    public void sweep() {
        StoreCalls.run(() -> store.sweep(clock.instant()));
    }
}
