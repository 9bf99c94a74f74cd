package exeat.ledger.verify;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures that have not been checked yet: see {@link VerifierKey}.
 *
 * @param text with the line end that closes it
 */
public record SignedNote(String text, List<Signature> signatures) {

    private static final int MAX_SIGNATURES = 64;
    private static final int MAX_LENGTH = 100_000;
    private static final int ID = 4;

    /** A time of eight bytes and a signature of Ed25519. */
    private static final int TIMED = 8 + 64;

    /** The end of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * One line under a note.
     *
     * @param line as it stands, without its end
     * @param id the first four bytes of what it holds, in hexadecimal digits
     */
    public record Signature(String line, String name, String id) {
        byte[] bytes() {
            var all = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
            return Arrays.copyOfRange(all, ID, all.length);
        }

        /**
         * When a witness says that it signed, which is not checked here; empty for a signature
         * without a time, such as the log's own.
         */
        public Optional<Instant> time() {
            var bytes = bytes();
            if (bytes.length != TIMED) {
                return Optional.empty();
            }
            long seconds = ByteBuffer.wrap(bytes).getLong();
            return seconds >= 0 && seconds <= LAST
                    ? Optional.of(Instant.ofEpochSecond(seconds))
                    : Optional.empty();
        }
    }

    /** Reads a note; empty when it is none. */
    public static Optional<SignedNote> parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (note.length() > MAX_LENGTH || blank < 0 || !note.endsWith("\n") || hasControls(note)) {
            return Optional.empty();
        }
        var signatures = new ArrayList<Signature>();
        for (var line : note.substring(blank + 2).lines().toList()) {
            var signature = signature(line);
            if (signature.isEmpty() || signatures.size() == MAX_SIGNATURES) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedNote(note.substring(0, blank + 1), signatures));
    }

    private static boolean hasControls(String note) {
        return note.chars().anyMatch(c -> c < ' ' && c != '\n');
    }

    private static Optional<Signature> signature(String line) {
        var words = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : null;
        if (words == null || words.length != 2 || words[0].isEmpty() || words[0].contains("+")) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(words[1]);
            if (bytes.length <= ID) {
                return Optional.empty();
            }
            var id = java.util.HexFormat.of().formatHex(Arrays.copyOf(bytes, ID));
            return Optional.of(new Signature(line, words[0], id));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
