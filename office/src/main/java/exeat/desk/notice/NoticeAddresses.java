package exeat.desk.notice;

import exeat.casework.command.Actor;
import exeat.config.Config;
import exeat.config.NoticeSettings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.store.Bytes;
import exeat.store.key.Vault;
import exeat.store.rows.NoticeStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where a person is told that there is news: each for themselves, and nothing but a code is sent
 * before they have typed it. The database looks at the session itself.
 */
public final class NoticeAddresses {

    /** For how long a code can be typed. */
    public static final Duration VALID = Duration.ofMinutes(30);

    private static final int TRIES = 5;
    private static final int DIGITS = 8;

    private final NoticeStore store;
    private final Vault vault;
    private final Config config;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    NoticeAddresses(Infrastructure in, NoticeStore store) {
        this.store = store;
        this.vault = in.vault();
        this.config = in.config();
        this.clock = in.clock();
    }

    /** What came of giving an address. */
    public enum Asked {
        SENT,
        /** It cannot be an address. */
        WRONG,
        /** Too many codes within a day. */
        MANY,
        /** Not a person of a case, or their session has ended. */
        NOBODY
    }

    /** What came of typing a code. */
    public enum Confirmed {
        DONE,
        WRONG,
        /** It was typed too often or too late, or none was sent. */
        OVER
    }

    /**
     * A person's own address.
     *
     * @param masked so much of it that they know it again
     * @param waits whether the code that was sent there can still be typed
     * @param bounced whether a mail server refused it for good
     */
    public record Own(String masked, boolean confirmed, boolean waits, boolean bounced) {}

    /** Sends a code to an address, in place of any other. */
    public Asked ask(Session session, String typed, String language) {
        if (!(session.actor() instanceof Actor.Party party)) {
            return Asked.NOBODY;
        }
        var address = NoticeAddress.read(typed);
        if (address.isEmpty()) {
            return Asked.WRONG;
        }
        var wanted = new NoticeAddress(address.get(), language, Optional.of(code()));
        int most = config.count(NoticeSettings.CODES);
        var came =
                StoreCalls.get(() ->
                        store.ask(token(session), clock.instant(), seal(party, wanted), most));
        return switch (came) {
            case "asked" -> Asked.SENT;
            case "many" -> Asked.MANY;
            default -> Asked.NOBODY;
        };
    }

    /** The person types the code that was sent to their address. */
    public Confirmed confirm(Session session, String typed) {
        if (!(session.actor() instanceof Actor.Party party)) {
            return Confirmed.OVER;
        }
        var now = clock.instant();
        var token = token(session);
        var sealed = StoreCalls.get(() -> store.attempt(token, now, now.minus(VALID), TRIES));
        if (sealed.isEmpty()) {
            return Confirmed.OVER;
        }
        var address = open(party, sealed.get());
        if (address.code().filter(code -> isSame(code, typed)).isEmpty()) {
            return Confirmed.WRONG;
        }
        var anew = seal(party, address.confirmed());
        return StoreCalls.get(() -> store.confirm(token, now, sealed.get(), anew))
                ? Confirmed.DONE
                : Confirmed.OVER;
    }

    /** The person's own address; empty if there is none. */
    public Optional<Own> own(Session session) {
        if (!(session.actor() instanceof Actor.Party party)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return StoreCalls.get(() -> store.own(token(session), now))
                .map(own ->
                        new Own(
                                open(party, own.sealed()).masked(),
                                own.confirmed().isPresent(),
                                own.confirmed().isEmpty()
                                        && own.tries() < TRIES
                                        && now.isBefore(own.asked().plus(VALID)),
                                own.bounced().isPresent()));
    }

    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            code.append((char) ('0' + chance.nextInt(10)));
        }
        return code.toString();
    }

    /** Digits of full width count too, and spaces do not. */
    private static boolean isSame(String code, String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(Bytes.utf8(code).array(), Bytes.utf8(plain).array());
    }

    private static Bytes token(Session session) {
        return SessionTokens.hash(session.token());
    }

    private Bytes seal(Actor.Party party, NoticeAddress address) {
        return vault.sealText(about(party), address.text());
    }

    private NoticeAddress open(Actor.Party party, Bytes sealed) {
        return NoticeAddress.of(vault.openText(about(party), sealed));
    }

    private static String about(Actor.Party party) {
        return NoticeAddress.about(party.caseId().key(), party.no().number());
    }
}
