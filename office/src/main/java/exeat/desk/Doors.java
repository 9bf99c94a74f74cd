package exeat.desk;

import java.util.Optional;

/** Signing in. Every failure looks alike, and failures are slowed down by login and by number. */
@SuppressWarnings("DoNotCallSuggester")
public final class Doors {

    Doors() {}

    /** A short session for somebody who has not signed in: it may file an application. */
    public Session stranger() {
        throw new UnsupportedOperationException();
    }

    public Optional<Session> officer(String login, String password) {
        throw new UnsupportedOperationException();
    }

    /** A person of one application, by its number and their own secret. */
    public Optional<Session> party(String number, String secret) {
        throw new UnsupportedOperationException();
    }

    /** The session of this token, while it lives; an officer's briefing is read anew. */
    public Optional<Session> resume(String token) {
        throw new UnsupportedOperationException();
    }

    /** The system's own, for the passing of time. */
    public Session clock() {
        throw new UnsupportedOperationException();
    }

    public void leave(Session session) {
        throw new UnsupportedOperationException();
    }
}
