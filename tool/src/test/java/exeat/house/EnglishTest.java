package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Comments are plain English: what a pattern can tell of it. */
class EnglishTest {

    private static final Pattern WHOEVER =
            Pattern.compile("\\bwhoever\\b.*", Pattern.CASE_INSENSITIVE);

    /**
     * A first sentence that names no subject tells a reader nothing where a tool shows it alone.
     */
    private static final Pattern NO_SUBJECT =
            Pattern.compile("/\\*\\*\\s*(?:\\*\\s*)?(?:Of|The same|So many)\\b.*");

    /** Rooms that have not been read again; see decision 148. */
    private static final Set<String> UNREAD =
            Set.of("office", "casework", "papers", "identity", "ledger");

    @Test
    void no_comment_or_message_says_whoever() throws IOException {
        assertThat(found(WHOEVER)).isEmpty();
    }

    @Test
    void javadoc_begins_with_its_subject() throws IOException {
        assertThat(found(NO_SUBJECT)).isEmpty();
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return Rooms.inMain(pattern).stream()
                .filter(line -> !UNREAD.contains(line.substring(0, line.indexOf('/'))))
                .toList();
    }
}
