package exeat.desk.auth;

import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.rules.authority.AuthorityId;
import exeat.store.rows.SessionStore;
import java.time.InstantSource;
import java.util.List;

/**
 * Under which directives somebody may act, and under which one they do. A session acts under one at
 * a time: it sees and does nothing under another.
 */
public final class Mandates {

    private final SessionStore store;
    private final InstantSource clock;

    Mandates(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A mandate.
     *
     * @param directive the id of the directive
     * @param unit for which they act under it
     */
    public record Held(String directive, AuthorityId unit) {}

    /** The mandates of a session's officer or auditor, in the order in which they were given. */
    public List<Held> of(Session session) {
        var token = SessionTokens.hash(session.token());
        return StoreCalls.get(() -> store.mandates(token, clock.instant())).stream()
                .map(row -> new Held(row.directive(), new AuthorityId(row.unit())))
                .toList();
    }

    /**
     * Lets the session act under another directive from now on, for its officer's own mandate;
     * returns whether they have one.
     */
    public boolean actUnder(Session session, String directive) {
        var token = SessionTokens.hash(session.token());
        return StoreCalls.get(() -> store.actUnder(token, directive, clock.instant()));
    }
}
