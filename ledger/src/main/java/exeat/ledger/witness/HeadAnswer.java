package exeat.ledger.witness;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a {@link HeadRequest}.
 *
 * @param body for {@link Kind#SIGNED} what was signed; for {@link Kind#CONFLICT} the size of the
 *     head signed last and a line end; else the reason in a sentence
 */
public record HeadAnswer(Kind kind, String body) {

    /** What became of a request, with the status by which tlog-witness tells it. */
    public enum Kind {
        SIGNED(200),
        /** It is no request, or asks for less than was there before. */
        MALFORMED(400),
        /** The log's own key did not sign it. */
        UNSIGNED(403),
        /** A log that nobody asked this witness to watch. */
        UNKNOWN(404),
        /** Another head was signed last. */
        CONFLICT(409),
        /** The proof does not show that the log only grew. */
        UNPROVED(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** As a signer writes it to its socket: the status on a line of its own, then the body. */
    public String text() {
        return kind.status + "\n" + body;
    }

    /** Reads such a text; empty when it is none. */
    public static Optional<HeadAnswer> parse(String text) {
        int end = text.indexOf('\n');
        for (var kind : Kind.values()) {
            if (end > 0 && text.substring(0, end).equals(Integer.toString(kind.status))) {
                return Optional.of(new HeadAnswer(kind, text.substring(end + 1)));
            }
        }
        return Optional.empty();
    }

    /** What tlog-witness's status and body say; empty for a status that it does not know. */
    public static Optional<HeadAnswer> of(int status, String body) {
        return parse(status + "\n" + body);
    }

    /** The size in a {@link Kind#CONFLICT}; empty when there is none. */
    public OptionalLong known() {
        var size = body.strip();
        return kind == Kind.CONFLICT && size.matches("0|[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(size))
                : OptionalLong.empty();
    }

    static HeadAnswer of(Kind kind, String why) {
        return new HeadAnswer(kind, why + "\n");
    }
}
