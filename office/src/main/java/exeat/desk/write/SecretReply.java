package exeat.desk.write;

import java.util.Optional;

/**
 * The answer when an officer hands somebody their own secret.
 *
 * @param secret when it is done; stored nowhere, the same again for the same key
 */
public record SecretReply(Reply reply, Optional<String> secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "SecretIssued[" + (secret.isPresent() ? "done" : "not done") + "]";
    }
}
