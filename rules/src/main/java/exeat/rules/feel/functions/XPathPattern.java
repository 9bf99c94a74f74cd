package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of XPath 3.1, which FEEL uses (DMN 1.5, 10.3.4).
 *
 * <p>Constructs that mean the same in Java are kept, those that differ are translated, and the rest
 * is refused. Matching consumes steps, so that an expression that would run forever is stopped.
 */
record XPathPattern(Pattern pattern, EvaluationContext run) {

    /** The pattern; empty if it or its flags are invalid. */
    static Optional<XPathPattern> of(String expression, String flags, EvaluationContext run) {
        int mode = Pattern.UNIX_LINES | Pattern.UNICODE_CASE;
        boolean apart = false;
        for (int flag : flags.chars().toArray()) {
            switch (flag) {
                case 'i' -> mode |= Pattern.CASE_INSENSITIVE;
                case 's' -> mode |= Pattern.DOTALL;
                case 'm' -> mode |= Pattern.MULTILINE;
                case 'x' -> apart = true;
                case 'q' -> throw new EvaluationException("matches with the flag q");
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (expression.length() > 1_000) {
            throw new EvaluationException("matches with a pattern of more than 1000 characters");
        }
        try {
            var text = apart ? withoutBlanks(expression) : expression;
            var translated = new XPathTranslation(text, mode).java();
            return Optional.of(new XPathPattern(Pattern.compile(translated, mode), run));
        } catch (PatternSyntaxException | NoAnswer none) {
            return Optional.empty();
        }
    }

    /** The flag x: blanks outside character classes are ignored. */
    private static String withoutBlanks(String expression) {
        var dense = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < expression.length(); at++) {
            char c = expression.charAt(at);
            if (depth == 0 && " \t\n\r".indexOf(c) >= 0) {
                continue;
            }
            dense.append(c);
            if (c == '\\' && depth > 0 && at + 1 < expression.length()) {
                dense.append(expression.charAt(++at));
            } else if (c == '\\' && depth == 0) {
                at = escaped(expression, at + 1, dense);
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && depth > 0) {
                depth--;
            }
        }
        return dense.toString();
    }

    /**
     * Copies the character that a backslash outside a character class escapes, even after blanks.
     */
    private static int escaped(String expression, int from, StringBuilder dense) {
        int at = from;
        while (at < expression.length() && " \t\n\r".indexOf(expression.charAt(at)) >= 0) {
            at++;
        }
        if (at < expression.length()) {
            dense.append(expression.charAt(at));
        }
        return at;
    }

    Matcher matcher(String text) {
        return pattern.matcher(new Watched(text, run));
    }

    /** A text that counts a step each time a character is read. */
    private record Watched(CharSequence text, EvaluationContext run) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            run.charge(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
