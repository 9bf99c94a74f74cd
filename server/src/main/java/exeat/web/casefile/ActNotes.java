package exeat.web.casefile;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.base.Caches;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.web.component.LocalizedText;
import exeat.web.kit.SecureTokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Remembers for a few minutes what each officer did last, so that the page after it can name the
 * person although access may have ended with the task. Lost in a crash; then the page leads on.
 */
@Singleton
public final class ActNotes {

    private static final int MAX_NOTES = 10_000;

    /** Long enough to read the page; what was disclosed for a task is not kept with it. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Cache<String, Note> notes;

    ActNotes(InstantSource clock) {
        notes = Caches.bounded(MAX_NOTES, KEPT, clock).build();
    }

    /**
     * What was done.
     *
     * @param done the message {@code done.…} that says so
     * @param what the act's title, in the officer's language
     * @param number of the case, or of the paper at a border
     * @param name of the person as the officer saw it when they acted; empty where they saw none,
     *     or may not after it
     * @param queue where the next task of this kind waits
     */
    public record Note(
            CaseId id,
            String done,
            String what,
            String number,
            Optional<LocalizedText> name,
            QueueName queue) {}

    /** Remembers an act, in place of the one before it. */
    public void done(Session session, Note note) {
        notes.put(key(session), note);
    }

    /** The officer's last act, if it is this one. */
    public Optional<Note> last(Session session, String done) {
        return Optional.ofNullable(notes.getIfPresent(key(session)))
                .filter(note -> note.done().equals(done));
    }

    private static String key(Session session) {
        return SecureTokens.hmac(session.token(), "last act");
    }
}
