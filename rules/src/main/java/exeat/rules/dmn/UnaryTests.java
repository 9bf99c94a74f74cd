package exeat.rules.dmn;

import exeat.rules.source.Problems;
import java.util.Optional;

/** Unary tests outside a table, written as in a table's cell. */
public final class UnaryTests {

    private UnaryTests() {}

    /** The test; empty, with a problem reported at this place, when it cannot be read. */
    public static Optional<UnaryTest> read(String text, int line, String field, Problems problems) {
        try {
            return Optional.of(FeelParser.unaryTests(text));
        } catch (FeelException unread) {
            problems.add(line, field, String.valueOf(unread.getMessage()));
            return Optional.empty();
        }
    }
}
