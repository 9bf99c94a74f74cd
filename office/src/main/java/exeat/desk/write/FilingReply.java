package exeat.desk.write;

import java.util.Optional;

/**
 * The answer to an application.
 *
 * @param number when it is done, such as {@code EX-7K3M-9Q2P}
 * @param secret the principal's own, for somebody who files for themselves; shown once, stored
 *     nowhere, the same again for the same key
 */
public record FilingReply(Reply reply, Optional<String> number, Optional<String> secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Filed[" + number.orElse("-") + "]";
    }
}
