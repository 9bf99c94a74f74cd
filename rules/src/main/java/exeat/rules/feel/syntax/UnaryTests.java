package exeat.rules.feel.syntax;

import java.util.List;

/**
 * The tests of an input entry. Its expressions refer to the tested value as {@code ?}.
 *
 * @param any whether the entry is {@code -}, which every value passes
 */
public record UnaryTests(boolean any, boolean negated, List<Expression> tests) {
    public UnaryTests {
        tests = List.copyOf(tests);
    }
}
