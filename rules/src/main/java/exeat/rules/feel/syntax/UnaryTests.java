package exeat.rules.feel.syntax;

import java.util.List;

/**
 * What an input entry asks of a value, which its expressions call {@code ?}.
 *
 * @param any whether it is {@code -}, which everything passes
 */
public record UnaryTests(boolean any, boolean negated, List<Expression> tests) {
    public UnaryTests {
        tests = List.copyOf(tests);
    }
}
