package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression as XPath 3.1 has them, from which FEEL takes them (DMN 1.5, 10.3.4).
 *
 * <p>What Java's expressions do in the same way is taken over, what they do differently is
 * translated, and what is left is refused. Matching costs steps, so that an expression that would
 * run for ever is stopped.
 */
record XPathPattern(Pattern pattern, EvaluationContext run) {

    private static final String WORD = "[^\\p{P}\\p{Z}\\p{C}]";

    /** The pattern; empty where it or its flags are none. */
    static Optional<XPathPattern> of(String expression, String flags, EvaluationContext run) {
        int mode = Pattern.UNIX_LINES | Pattern.UNICODE_CASE;
        for (int flag : flags.chars().toArray()) {
            switch (flag) {
                case 'i' -> mode |= Pattern.CASE_INSENSITIVE;
                case 's' -> mode |= Pattern.DOTALL;
                case 'm' -> mode |= Pattern.MULTILINE;
                case 'x', 'q' ->
                        throw new EvaluationException("matches with the flag " + (char) flag);
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (expression.length() > 1_000) {
            throw new EvaluationException("matches with a pattern of more than 1000 characters");
        }
        try {
            boolean lines = (mode & Pattern.MULTILINE) != 0;
            var translated = new Translation(expression, lines).java();
            return Optional.of(new XPathPattern(Pattern.compile(translated, mode), run));
        } catch (PatternSyntaxException | NoAnswer none) {
            return Optional.empty();
        }
    }

    Matcher matcher(String text) {
        if (text.indexOf('\r') >= 0) {
            throw new EvaluationException("matches a text with a carriage return");
        }
        return pattern.matcher(new Watched(text, run));
    }

    /** A text whose every reading is a step. */
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

    /** Goes through an expression once, sign by sign. */
    private static final class Translation {

        private final String text;
        private final boolean lines;
        private final StringBuilder java = new StringBuilder();
        private int at;

        Translation(String text, boolean lines) {
            this.text = text;
            this.lines = lines;
        }

        String java() {
            while (at < text.length()) {
                char c = text.charAt(at++);
                switch (c) {
                    case '\\' -> escape(false);
                    case '[' -> characters();
                    case '$' -> java.append(lines ? "$" : "\\z");
                    case '.' -> java.append(".");
                    case '(' -> group();
                    case '*', '+', '?', '}' -> quantifier(c);
                    default -> java.append(c);
                }
            }
            return java.toString();
        }

        private void group() {
            java.append('(');
            if (text.startsWith("?", at)) {
                if (!text.startsWith("?:", at)) {
                    throw new NoAnswer(); // Looking around is Java's, not XPath's.
                }
                java.append("?:");
                at += 2;
            }
        }

        private void quantifier(char c) {
            java.append(c);
            if (at < text.length() && text.charAt(at) == '?') {
                java.append('?');
                at++;
            }
            if (at < text.length() && "*+?".indexOf(text.charAt(at)) >= 0) {
                throw new NoAnswer(); // A quantifier of a quantifier is Java's, not XPath's.
            }
        }

        private void escape(boolean inside) {
            if (at >= text.length()) {
                throw new NoAnswer();
            }
            char c = text.charAt(at++);
            switch (c) {
                case 'n',
                        'r',
                        't',
                        '\\',
                        '|',
                        '.',
                        '?',
                        '*',
                        '+',
                        '(',
                        ')',
                        '{',
                        '}',
                        '-',
                        '[',
                        ']',
                        '^',
                        '$' ->
                        java.append('\\').append(c);
                case 'd' -> java.append("\\p{Nd}");
                case 'D' -> java.append("\\P{Nd}");
                case 's' -> java.append(inside ? " \\t\\n\\r" : "[ \\t\\n\\r]");
                case 'S' -> java.append(outside(inside, "[^ \\t\\n\\r]"));
                case 'w' -> java.append(outside(inside, WORD));
                case 'W' -> java.append(outside(inside, "[\\p{P}\\p{Z}\\p{C}]"));
                case 'p', 'P' -> category(c);
                case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'i', 'I', 'c', 'C' ->
                        throw new EvaluationException("matches with \\" + c);
                default -> throw new NoAnswer();
            }
        }

        private static String outside(boolean inside, String set) {
            if (inside) {
                throw new EvaluationException("matches with a set inside a set");
            }
            return set;
        }

        private void category(char c) {
            int end = text.indexOf('}', at);
            var name = end > at ? text.substring(at, end + 1) : "";
            if (!name.matches("\\{[LMNPZSC][a-z]?\\}")) {
                throw new EvaluationException("matches with \\" + c + name);
            }
            java.append('\\').append(c).append(name);
            at = end + 1;
        }

        private void characters() {
            java.append('[');
            if (text.startsWith("^", at)) {
                java.append('^');
                at++;
            }
            int begun = at;
            while (at < text.length() && text.charAt(at) != ']') {
                char c = text.charAt(at++);
                if (c == '\\') {
                    escape(true);
                } else if (c == '[') {
                    throw new EvaluationException("matches with a set inside a set");
                } else if (c == '&' || c == '^') {
                    java.append('\\').append(c);
                } else {
                    java.append(c);
                }
            }
            if (at >= text.length() || at == begun) {
                throw new NoAnswer();
            }
            at++;
            java.append(']');
        }
    }
}
