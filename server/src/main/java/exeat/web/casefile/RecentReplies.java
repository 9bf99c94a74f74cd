package exeat.web.casefile;

import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.web.kit.SecureTokens;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What the desk answered to the forms of the last minutes. A button that is pressed twice sends its
 * form twice, and by the second time what the form was about is no longer to be done: its sender is
 * told what the first one brought. Lost in a crash; then the page says that the case has moved on.
 */
@Singleton
final class RecentReplies {

    private static final int MAX_REPLIES = 1000;

    /** Guarded by itself. */
    private final Map<String, CompletableFuture<Reply>> answers =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, CompletableFuture<Reply>> eldest) {
                    return size() > MAX_REPLIES;
                }
            };

    /** Asks the desk, and remembers its answer if something was done. */
    Reply handle(Session session, String key, Supplier<Reply> desk) {
        var name = name(session, key);
        var answer = new CompletableFuture<Reply>();
        synchronized (answers) {
            answers.put(name, answer);
        }
        Optional<Reply> done = Optional.empty();
        try {
            var reply = desk.get();
            done = Optional.of(reply).filter(Reply.Done.class::isInstance);
            return reply;
        } finally {
            if (done.isEmpty()) {
                synchronized (answers) {
                    answers.remove(name, answer);
                }
            }
            answer.complete(done.orElseGet(Reply.KeyReused::new));
        }
    }

    /** Whether this very form was done already; waits for one that is under way. */
    boolean isDone(Session session, String key) {
        CompletableFuture<Reply> answer;
        synchronized (answers) {
            answer = answers.get(name(session, key));
        }
        return answer != null && answer.join() instanceof Reply.Done;
    }

    private static String name(Session session, String key) {
        return SecureTokens.hmac(session.token(), key);
    }
}
