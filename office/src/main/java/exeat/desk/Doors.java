package exeat.desk;

import at.favre.lib.crypto.bcrypt.BCrypt;
import exeat.casework.Actor;
import exeat.casework.OfficerId;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;
import exeat.rules.AuthorityId;
import exeat.rules.Function;
import exeat.store.Bytes;
import exeat.store.DoorStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.StaffStore;
import exeat.store.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signing in. Every failure looks alike, and after ten within a quarter of an hour, by login or by
 * number, nothing is tried until time has passed.
 */
public final class Doors {

    private static final Duration STRANGER = Duration.ofHours(4);
    private static final Duration OFFICER = Duration.ofHours(10);
    private static final Duration PARTY = Duration.ofHours(1);
    private static final Duration CLOCK = Duration.ofDays(1);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 10;

    /** What a login that does not exist is compared with, so that it takes as long. */
    private static final String NOBODY =
            BCrypt.withDefaults().hashToString(Staff.COST, Tokens.fresh().toCharArray());

    private final DoorStore store;
    private final StaffStore staff;
    private final Vault vault;
    private final Register register;
    private final InstantSource clock;

    Doors(DoorStore store, StaffStore staff, Vault vault, Register register, InstantSource clock) {
        this.register = register;
        this.store = store;
        this.staff = staff;
        this.vault = vault;
        this.clock = clock;
    }

    /** A short session for somebody who has not signed in: it may file an application. */
    public Session stranger() {
        return open("stranger", new Actor.Stranger(), STRANGER);
    }

    /** The system's own, for the passing of time. */
    public Session clock() {
        return open("clock", new Actor.Clock(), CLOCK);
    }

    private Session open(String kind, Actor actor, Duration length) {
        var token = Tokens.fresh();
        var expires = clock.instant().plus(length);
        Calls.run(() -> store.open(Tokens.hash(token), kind, Optional.empty(), expires));
        return new Session(token, actor, "", expires);
    }

    /** An officer, by login and password. */
    public Optional<Session> officer(String login, String password) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var subject = vault.keyed("login", name);
        if (isThrottled(subject)) {
            return Optional.empty();
        }
        var account = Calls.get(() -> store.account(name));
        var hash = account.map(DoorStore.Account::password).orElse(NOBODY);
        if (!isRight(password, hash) || account.isEmpty()) {
            return failed(subject);
        }
        var token = Tokens.fresh();
        var expires = clock.instant().plus(OFFICER);
        var id = Optional.of(account.get().id());
        Calls.run(() -> store.open(Tokens.hash(token), "officer", id, expires));
        return resume(token);
    }

    /** What became of changing a password. */
    public enum Changed {
        CHANGED,
        /** The one before was wrong; as often as at the door, and counted with it. */
        WRONG,
        /** See {@link Staff#isStrong}. */
        WEAK
    }

    /** Another password for the officer of a session; their other sessions end. */
    public Changed password(Session session, String login, String before, String after) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return Changed.WRONG;
        }
        var name = login.strip().toLowerCase(Locale.ROOT);
        var subject = vault.keyed("login", name);
        var account = Calls.get(() -> store.account(name));
        var hash = account.map(DoorStore.Account::password).orElse(NOBODY);
        boolean own = account.filter(a -> a.id().equals(officer.id().text())).isPresent();
        if (isThrottled(subject) || !isRight(before, hash) || !own) {
            failed(subject);
            return Changed.WRONG;
        }
        if (!Staff.isStrong(after, name)) {
            return Changed.WEAK;
        }
        var fresh = BCrypt.withDefaults().hashToString(Staff.COST, after.toCharArray());
        var keep = Tokens.hash(session.token());
        var now = clock.instant();
        return Calls.get(() -> staff.password(officer.id().text(), hash, fresh, keep, now))
                ? Changed.CHANGED
                : Changed.WRONG;
    }

    private static boolean isRight(String password, String hash) {
        return BCrypt.verifyer().verify(password.toCharArray(), hash.toCharArray()).verified;
    }

    /** A person of one application, by its number and their own secret. */
    public Optional<Session> party(String number, String secret) {
        var stored = Words.readNumber(number);
        var subject = vault.keyed("number", stored.orElse(number));
        if (isThrottled(subject)) {
            return Optional.empty();
        }
        var given = Words.readSecret(secret);
        if (stored.isEmpty() || given.isEmpty()) {
            return failed(subject);
        }
        var token = Tokens.fresh();
        var expires = clock.instant().plus(PARTY);
        var hash = secretHash(given.get());
        var party =
                Calls.get(() -> store.openParty(Tokens.hash(token), stored.get(), hash, expires));
        return party.isPresent()
                ? Optional.of(new Session(token, actor(party.get()), "", expires))
                : failed(subject);
    }

    /** How a secret is stored. */
    Bytes secretHash(String secret) {
        return vault.keyed("secret", secret);
    }

    private boolean isThrottled(Bytes subject) {
        var since = clock.instant().minus(WINDOW);
        return Calls.get(() -> store.attempts(subject, since)) >= MOST_FAILURES;
    }

    private Optional<Session> failed(Bytes subject) {
        Calls.run(() -> store.failed(subject, clock.instant()));
        return Optional.empty();
    }

    /** The session of this token, while it lives; an officer's briefing is read anew. */
    public Optional<Session> resume(String token) {
        Instant now = clock.instant();
        return Calls.get(() -> store.resume(Tokens.hash(token), now))
                .map(live -> new Session(token, actor(live), name(live), live.expires()));
    }

    private String name(DoorStore.Live live) {
        return live.name()
                .map(sealed -> vault.openText(Staff.about(live.account()), sealed))
                .orElse("");
    }

    private Actor actor(DoorStore.Live live) {
        return switch (live.kind()) {
            case "officer" ->
                    new Actor.Officer(
                            new OfficerId(live.account()),
                            new AuthorityId(live.unit()),
                            Function.valueOf(live.function()),
                            live.edition().equals(register.edition(live.directive())),
                            live.lawyer(),
                            duty(live));
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
                                vault.openText(Staff.about(row.account()), row.name()),
                                new AuthorityId(row.unit()),
                                row.ends()))
                .toList();
    }

    /** The session acts for another officer from now on, or for its own; whether it may. */
    public boolean actFor(Session session, Optional<OfficerId> officer) {
        var token = Tokens.hash(session.token());
        return Calls.get(() -> store.actFor(token, officer.map(OfficerId::text), clock.instant()));
    }

    private static Actor actor(DoorStore.Party party) {
        return new Actor.Party(caseId(party.caseKey()), new TravellerNo(party.traveller()));
    }

    /** The application's id out of its stream's key. */
    static CaseId caseId(String key) {
        return new CaseId(UUID.fromString(key.substring("case/".length())));
    }

    /** Signs out, at once and for good. */
    public void leave(Session session) {
        Calls.run(() -> store.leave(Tokens.hash(session.token())));
    }

    /** Forgets sessions that have ended. */
    void sweep() {
        Calls.run(() -> store.sweep(clock.instant()));
    }
}
