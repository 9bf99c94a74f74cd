package exeat.desk.write;

import exeat.casework.event.SecretEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer when one of two officers hands somebody a part of their own secret.
 *
 * @param part when it is done; stored nowhere, the same again for the same key
 */
public record SecretReply(Reply reply, Optional<String> part) {

    /** The number under which the second officer answers; empty where nothing was asked. */
    public OptionalInt request() {
        return reply instanceof Reply.Done done
                ? done.events().stream()
                        .filter(SecretEvent.SecretAsked.class::isInstance)
                        .mapToInt(event -> ((SecretEvent.SecretAsked) event).request())
                        .findFirst()
                : OptionalInt.empty();
    }

    /** When a waiting secret begins to work; empty if it works at once or is not complete yet. */
    public Optional<Instant> worksFrom() {
        return reply instanceof Reply.Done done
                ? done.events().stream()
                        .filter(SecretEvent.SecretIssued.class::isInstance)
                        .flatMap(event -> ((SecretEvent.SecretIssued) event).from().stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Without the part. */
    @Override
    public String toString() {
        return "SecretIssued[" + (part.isPresent() ? "done" : "not done") + "]";
    }
}
