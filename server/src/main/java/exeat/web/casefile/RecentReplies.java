package exeat.web.casefile;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.desk.base.Caches;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.web.kit.SecureTokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Remembers the results of recent forms. A button pressed twice sends its form twice, and the
 * second time the action is no longer possible: the sender gets the first result. Lost in a crash;
 * then the page says that the case has moved on.
 */
@Singleton
final class RecentReplies {

    /**
     * More than a busy office sends in that time. When it is full, even a new reply may be dropped.
     */
    private static final int MAX_REPLIES = 10_000;

    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Cache<String, CompletableFuture<Boolean>> answers;

    /** What to ask again, by form. */
    private final Cache<String, Supplier<Reply>> unsettled;

    RecentReplies(InstantSource clock) {
        answers = Caches.bounded(MAX_REPLIES, KEPT, clock).build();
        unsettled = Caches.bounded(MAX_REPLIES, KEPT, clock).build();
    }

    /** Asks the desk, and remembers the reply if something was done. */
    Reply handle(Session session, String key, Supplier<Reply> desk) {
        var name = name(session, key);
        var answer = new CompletableFuture<Boolean>();
        answers.put(name, answer);
        boolean done = false;
        try {
            var reply = desk.get();
            done = reply instanceof Reply.Done;
            if (reply instanceof Reply.OutcomeUnknown) {
                unsettled.put(name, desk);
            } else {
                unsettled.invalidate(name);
            }
            return reply;
        } finally {
            if (!done) {
                answers.asMap().remove(name, answer);
            }
            answer.complete(done);
        }
    }

    /**
     * Asks the desk again about a form if it could not say whether it was done. It sends the same
     * command, because the action may no longer be possible if it was done.
     *
     * @return empty if there is no such form
     */
    Optional<Reply> settle(Session session, String key) {
        return Optional.ofNullable(unsettled.getIfPresent(name(session, key)))
                .map(desk -> handle(session, key, desk));
    }

    /** Whether this same form was already done; waits for one in progress. */
    boolean isDone(Session session, String key) {
        var answer = answers.getIfPresent(name(session, key));
        return answer != null && answer.join();
    }

    private static String name(Session session, String key) {
        return SecureTokens.hmac(session.token(), key);
    }
}
