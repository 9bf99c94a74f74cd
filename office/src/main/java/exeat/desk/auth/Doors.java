package exeat.desk.auth;

import exeat.desk.base.Calls;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.OfficerNames;
import exeat.desk.base.Session;
import exeat.desk.base.Tokens;
import exeat.desk.base.Words;
import exeat.desk.register.Register;

import at.favre.lib.crypto.bcrypt.BCrypt;
import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.config.Config;
import exeat.config.Known;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.rows.DoorStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.StaffStore;
import exeat.store.key.Vault;
import exeat.telemetry.Field;
import exeat.telemetry.Log;
import exeat.telemetry.Occasion;
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
public final class Doors {

    private static final Duration CLOCK = Duration.ofDays(1);

    /** What a login that does not exist is compared with, so that it takes as long. */
    private static final String NOBODY =
            BCrypt.withDefaults().hashToString(Staff.COST, Tokens.fresh().toCharArray());

    private final DoorStore store;
    private final StaffStore staff;
    private final Vault vault;
    private final Register register;
    private final InstantSource clock;
    private final Config config;
    private final Factors factors;
    private final LongAdder opened = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    public static Doors of(Infrastructure in, Register register) {
        return new Doors(
                new DoorStore(in.database()),
                new StaffStore(in.database()),
                in.vault(),
                register,
                in.clock(),
                in.config());
    }

    Doors(
            DoorStore store,
            StaffStore staff,
            Vault vault,
            Register register,
            InstantSource clock,
            Config config) {
        this.register = register;
        this.store = store;
        this.staff = staff;
        this.vault = vault;
        this.clock = clock;
        this.config = config;
        this.factors = new Factors(staff, store, vault, clock);
    }

    /** A short session for somebody who has not signed in: it may file an application. */
    public Session stranger() {
        return open("stranger", new Actor.Stranger(), config.time(Known.STRANGER_SESSION));
    }

    /** The system's own, for the passing of time. */
    public Session clock() {
        return open("clock", new Actor.Clock(), CLOCK);
    }

    private Session open(String kind, Actor actor, Duration length) {
        var token = Tokens.fresh();
        var now = clock.instant();
        var expires = now.plus(length);
        Calls.run(() -> store.open(Tokens.hash(token), kind, Optional.empty(), expires, now));
        return new Session(token, actor, "", expires);
    }

    /** An officer or an auditor, by login and password, who has no second factor. */
    public Optional<Session> officer(String login, String password) {
        return officer(login, password, "");
    }

    /**
     * An officer.
     *
     * @param code of their device or of their list; empty without a second factor
     */
    public Optional<Session> officer(String login, String password, String code) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var subject = vault.keyed("login", name);
        if (isThrottled(subject)) {
            return shut("officer", subject);
        }
        var account = Calls.get(() -> store.account(name));
        var hash = account.map(DoorStore.Account::password).orElse(NOBODY);
        if (!isRight(password, hash) || account.isEmpty()) {
            return failed("officer", subject);
        }
        if (!factors.isRight(account.get().id(), code)) {
            return failed("officer", subject);
        }
        var token = Tokens.fresh();
        var now = clock.instant();
        var expires = now.plus(config.time(Known.OFFICER_SESSION));
        var id = Optional.of(account.get().id());
        var kind = account.get().auditor() ? "auditor" : "officer";
        Calls.run(() -> store.open(Tokens.hash(token), kind, id, expires, now));
        var session = resume(token);
        if (session.filter(this::lacksFactor).isPresent()) {
            say(Occasion.SECOND_FACTOR_MISSING, session.get());
            Calls.run(() -> store.leave(Tokens.hash(token)));
            return failed("officer", subject);
        }
        session.ifPresent(opened -> signedIn(opened, subject));
        return session;
    }

    /** Whether the mandate asks for a second factor, and the officer was never given one. */
    private boolean lacksFactor(Session session) {
        var asked = config.several(Known.SECOND_FACTOR);
        boolean isAsked =
                switch (session.actor()) {
                    case Actor.Officer officer ->
                            asked.contains(officer.function().slug())
                                    || (officer.lawyer() && asked.contains("lawyer"));
                    case Actor.Auditor _ -> asked.contains("auditor");
                    case Actor.Party _, Actor.Stranger _, Actor.Clock _ -> false;
                };
        return isAsked && account(session).filter(factors::isOn).isEmpty();
    }

    /** One of somebody's own sessions; {@code here} is the one that asks. */
    public record OwnSession(Instant since, Instant seen, Instant expires, boolean here) {}

    /** The sessions of whoever this one is of, this one first. */
    public List<OwnSession> sessions(Session session) {
        var token = Tokens.hash(session.token());
        return Calls.get(() -> store.sessions(token, clock.instant())).stream()
                .map(open -> new OwnSession(open.made(), open.seen(), open.expires(), open.own()))
                .toList();
    }

    /** Signs out everywhere but here; says in how many places. */
    public int leaveOthers(Session session) {
        var token = Tokens.hash(session.token());
        int ended = Calls.get(() -> store.leaveOthers(token, clock.instant()));
        say(Occasion.SIGNED_OUT_ELSEWHERE, session);
        return ended;
    }

    /** What became of changing a password. */
    public enum Changed {
        CHANGED,
        /** The one before was wrong; as often as at the door, and counted with it. */
        WRONG,
        /** See {@link Staff#isStrong}. */
        WEAK
    }

    /** Another password for the officer or auditor of a session; their other sessions end. */
    public Changed password(Session session, String login, String before, String after) {
        var known = account(session);
        if (known.isEmpty()) {
            return Changed.WRONG;
        }
        var id = known.get();
        var name = login.strip().toLowerCase(Locale.ROOT);
        var subject = vault.keyed("login", name);
        var account = Calls.get(() -> store.account(name));
        var hash = account.map(DoorStore.Account::password).orElse(NOBODY);
        boolean own = account.filter(a -> a.id().equals(id)).isPresent();
        if (isThrottled(subject) || !isRight(before, hash) || !own) {
            failed("officer", subject);
            return Changed.WRONG;
        }
        if (!Staff.isStrong(after, name)) {
            say(Occasion.PASSWORD_REFUSED, session);
            return Changed.WEAK;
        }
        var fresh = BCrypt.withDefaults().hashToString(Staff.COST, after.toCharArray());
        var keep = Tokens.hash(session.token());
        var now = clock.instant();
        if (!Calls.get(() -> staff.password(id, hash, fresh, keep, now))) {
            return Changed.WRONG;
        }
        say(Occasion.PASSWORD_CHANGED, session);
        return Changed.CHANGED;
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
    public Factors factors() {
        return factors;
    }

    /** A person of one application, by its number and their own secret. */
    public Optional<Session> party(String number, String secret) {
        var stored = Words.readNumber(number);
        var subject = vault.keyed("number", stored.orElse(number));
        var given = Words.readSecret(secret);
        if (stored.isEmpty() || given.isEmpty()) {
            return isThrottled(subject) ? shut("party", subject) : failed("party", subject);
        }
        var token = Tokens.fresh();
        var expires = clock.instant().plus(config.time(Known.TRAVELLER_SESSION));
        var hash = secretHash(given.get());
        var entry =
                Calls.get(() ->
                        store.openParty(
                                Tokens.hash(token),
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
        return Calls.get(() -> store.attempts(subject, patience.since())) >= patience.most();
    }

    private DoorStore.Patience patience(Bytes subject) {
        var now = clock.instant();
        return new DoorStore.Patience(
                subject,
                now.minus(config.time(Known.DOOR_WINDOW)),
                now,
                config.count(Known.DOOR_FAILURES));
    }

    private Optional<Session> shut(String kind, Bytes subject) {
        throttled.increment();
        Log.say(Occasion.SIGN_IN_THROTTLED, Field.kind(kind), Field.subject(subject.hex()));
        return Optional.empty();
    }

    private void signedIn(Session session, Bytes subject) {
        opened.increment();
        var fields = new ArrayList<>(who(session));
        fields.add(Field.subject(subject.hex()));
        Log.say(Occasion.SIGNED_IN, fields.toArray(Field[]::new));
    }

    private void say(Occasion occasion, Session session) {
        Log.say(occasion, who(session).toArray(Field[]::new));
    }

    /** Whose session it is, for the log: the kind, a pseudonym, and an officer's unit. */
    public List<Field> who(Session session) {
        return switch (session.actor()) {
            case Actor.Officer officer ->
                    List.of(
                            Field.kind("officer"),
                            Field.who(vault.keyed("in logs", officer.id().text()).hex()),
                            Field.authority(officer.unit()));
            case Actor.Auditor auditor ->
                    List.of(
                            Field.kind("auditor"),
                            Field.who(vault.keyed("in logs", auditor.id().text()).hex()),
                            Field.authority(auditor.unit()));
            case Actor.Party(var id, var no) ->
                    List.of(
                            Field.kind("party"),
                            Field.who(vault.keyed("in logs", id.key() + "\0" + no).hex()));
            case Actor.Stranger _ -> List.of(Field.kind("stranger"));
            case Actor.Clock _ -> List.of(Field.kind("clock"));
        };
    }

    /** How often somebody came in, did not, or found the door shut, since the office was opened. */
    public record Counters(long opened, long failed, long throttled) {}

    public Counters counters() {
        return new Counters(opened.sum(), failures.sum(), throttled.sum());
    }

    private Optional<Session> failed(String kind, Bytes subject) {
        failures.increment();
        Log.say(Occasion.SIGN_IN_FAILED, Field.kind(kind), Field.subject(subject.hex()));
        Calls.run(() -> store.failed(subject, clock.instant()));
        return Optional.empty();
    }

    /** The session of this token, while it lives; an officer's briefing is read anew. */
    public Optional<Session> resume(String token) {
        Instant now = clock.instant();
        var rest =
                new DoorStore.Rest(
                        config.time(Known.OFFICER_REST).toSeconds(),
                        config.time(Known.TRAVELLER_REST).toSeconds());
        return Calls.get(() -> store.resume(Tokens.hash(token), now, rest))
                .map(live -> new Session(token, actor(live), name(live), live.expires()));
    }

    private String name(DoorStore.Live live) {
        return live.name()
                .map(sealed -> OfficerNames.open(vault, live.account(), sealed))
                .orElse("");
    }

    private Actor actor(DoorStore.Live live) {
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
            case "party" -> actor(new DoorStore.Party(live.caseKey(), live.traveller()));
            case "stranger" -> new Actor.Stranger();
            case "clock" -> new Actor.Clock();
            default -> throw new OfficeException(Code.FAULT, "a session of kind " + live.kind());
        };
    }

    private static Actor.Duty duty(DoorStore.Live live) {
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
    public List<StandIn> standsIn(Session session) {
        var token = Tokens.hash(session.token());
        return Calls.get(() -> store.standsIn(token, clock.instant())).stream()
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
        var token = Tokens.hash(session.token());
        boolean may =
                Calls.get(() -> store.actFor(token, officer.map(OfficerId::text), clock.instant()));
        if (may) {
            say(Occasion.ACTS_FOR, session);
        }
        return may;
    }

    private static Actor actor(DoorStore.Party party) {
        return new Actor.Party(CaseId.of(party.caseKey()), new TravellerNo(party.traveller()));
    }

    /** Signs out, at once and for good. */
    public void leave(Session session) {
        if (!(session.actor() instanceof Actor.Clock)) {
            say(Occasion.SIGNED_OUT, session);
        }
        Calls.run(() -> store.leave(Tokens.hash(session.token())));
    }

    /** Forgets sessions that have ended. */
    public void sweep() {
        Calls.run(() -> store.sweep(clock.instant()));
    }
}
