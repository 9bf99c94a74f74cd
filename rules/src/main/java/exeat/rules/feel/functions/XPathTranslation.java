package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Translates a regular expression of XPath 3.1 to Java's, character by character in one pass
 * (XQuery and XPath Functions and Operators 3.1, 5.6.1).
 */
final class XPathTranslation {

    private static final String WORD = "[^\\p{P}\\p{Z}\\p{C}]";

    /**
     * Groups that may take no part in a match: in XPath, a reference to one then matches the empty
     * string.
     */
    private static final Pattern OPTIONAL = Pattern.compile("\\||\\)[?*{]");

    private final String text;
    private final boolean lines;
    private final boolean anySign;
    private final StringBuilder java = new StringBuilder();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Set<Integer> closed = new HashSet<>();
    private int groups;
    private int at;

    XPathTranslation(String text, int mode) {
        this.text = text;
        this.lines = (mode & Pattern.MULTILINE) != 0;
        this.anySign = (mode & Pattern.DOTALL) != 0;
    }

    String java() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characters();
                case '$' -> java.append(lines ? "$" : "\\z");
                case '.' -> java.append(anySign ? "." : "[^\\n\\r]");
                case '(' -> group();
                case ')' -> groupEnd();
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
            open.push(0);
        } else {
            open.push(++groups);
        }
    }

    private void groupEnd() {
        java.append(')');
        if (open.isEmpty()) {
            throw new NoAnswer();
        }
        closed.add(open.pop());
    }

    /** A back-reference; a group that does not exist or is still open is an error. */
    private void reference(char digit, boolean inside) {
        if (inside || !closed.contains(digit - '0')) {
            throw new NoAnswer();
        }
        boolean longer = at < text.length() && Character.isDigit(text.charAt(at));
        if (longer || OPTIONAL.matcher(text).find()) {
            throw new EvaluationException("matches with \\" + digit);
        }
        java.append('\\').append(digit);
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
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> reference(c, inside);
            case 'i', 'I', 'c', 'C' -> throw new EvaluationException("matches with \\" + c);
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
        if (name.matches("\\{Is[A-Za-z0-9-]+\\}")) {
            java.append('\\').append(c).append("{In").append(name.substring(3)); // A block.
        } else if (name.matches("\\{[LMNPZSC][a-z]?\\}")) {
            java.append('\\').append(c).append(name);
        } else {
            throw new NoAnswer();
        }
        at = end + 1;
    }

    /** A character class, from which another may be subtracted: {@code [a-z-[aeiou]]}. */
    private void characters() {
        int start = java.length();
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
            } else if (c == '-' && text.startsWith("[", at) && at > begun + 1) {
                at++;
                without(start);
                return;
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

    /** Ends the character class begun there with the class that is subtracted from it. */
    private void without(int start) {
        var whole = java.substring(start) + "]";
        java.setLength(start);
        java.append("(?:(?!");
        characters();
        java.append(')').append(whole).append(')');
        if (!text.startsWith("]", at)) {
            throw new NoAnswer();
        }
        at++;
    }
}
