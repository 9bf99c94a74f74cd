package exeat.rules.feel.syntax;

import exeat.rules.feel.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into tokens (DMN 1.5, grammar rules 27 to 38 and 61 to 66). */
final class Lexer {

    static final int MAX_TOKENS = 20_000;

    private static final List<String> LONG_SIGNS = List.of("**", "..", "<=", ">=", "!=", "->");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws SyntaxException {
        return new Lexer(text).all();
    }

    private List<Token> all() throws SyntaxException {
        while (true) {
            boolean spaced = skip();
            if (tokens.size() >= MAX_TOKENS) {
                throw new SyntaxException("has more than " + MAX_TOKENS + " words and signs");
            }
            if (at >= text.length()) {
                tokens.add(new Token(Kind.END, "", at, at, spaced));
                return List.copyOf(tokens);
            }
            tokens.add(next(spaced));
        }
    }

    private Token next(boolean spaced) throws SyntaxException {
        int start = at;
        int c = text.codePointAt(at);
        if (c == '"') {
            at++;
            var content = string();
            return new Token(Kind.STRING, content, start, at, spaced);
        }
        if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            number();
            return new Token(Kind.NUMBER, text.substring(start, at), start, at, spaced);
        }
        if (isNameStart(c)) {
            while (at < text.length() && isNamePart(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            return new Token(Kind.WORD, text.substring(start, at), start, at, spaced);
        }
        for (var sign : LONG_SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Kind.SIGN, sign, start, at, spaced);
            }
        }
        at += Character.charCount(c);
        return new Token(Kind.SIGN, text.substring(start, at), start, at, spaced);
    }

    /** Skips blanks and comments. */
    private boolean skip() throws SyntaxException {
        int start = at;
        while (at < text.length()) {
            if (isBlank(text.codePointAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new SyntaxException("a comment without its end");
                }
                at = end + 2;
            } else {
                break;
            }
        }
        return at > start;
    }

    private void number() {
        digits();
        boolean hasPoint =
                text.startsWith(".", at)
                        && !text.startsWith("..", at)
                        && at + 1 < text.length()
                        && isDigit(text.charAt(at + 1));
        if (hasPoint) {
            at++;
            digits();
        }
        int mark = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int before = at;
            digits();
            boolean isExponent =
                    at > before && (at >= text.length() || !isNamePart(text.codePointAt(at)));
            if (!isExponent) {
                at = mark;
            }
        }
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    /** The rest of a string whose opening quote has been consumed. */
    private String string() throws SyntaxException {
        var content = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return content.toString();
            }
            if (next == '\\') {
                escaped(content);
            } else {
                content.append(next);
            }
        }
        throw new SyntaxException("a string without its closing quote");
    }

    private void escaped(StringBuilder content) throws SyntaxException {
        char code = at < text.length() ? text.charAt(at++) : ' ';
        switch (code) {
            case '"', '\\', '\'' -> content.append(code);
            case 'n' -> content.append('\n');
            case 't' -> content.append('\t');
            case 'r' -> content.append('\r');
            case 'u' -> content.append((char) hexadecimal(4));
            case 'U' -> {
                int point = hexadecimal(6);
                if (!Character.isValidCodePoint(point)) {
                    throw new SyntaxException("an unknown escape in a string: \\U");
                }
                content.appendCodePoint(point);
            }
            // The grammar has no other escapes; a backslash before any other character stands for
            // itself.
            default -> content.append('\\').append(code);
        }
    }

    private int hexadecimal(int digits) throws SyntaxException {
        if (at + digits > text.length()
                || !text.substring(at, at + digits).matches("[0-9A-Fa-f]+")) {
            throw new SyntaxException("an unknown escape in a string: \\u");
        }
        at += digits;
        return Integer.parseInt(text.substring(at - digits, at), 16);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(int c) {
        return c == ' '
                || (c >= 0x9 && c <= 0xD)
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || c == 0x180E
                || (c >= 0x2000 && c <= 0x200B)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000
                || c == 0xFEFF;
    }

    static boolean isNameStart(int c) {
        return c == '?'
                || c == '_'
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
                || (c >= 0x370 && c <= 0x1FFF && c != 0x37E && c != 0x1680 && c != 0x180E)
                || c == 0x200C
                || c == 0x200D
                || (c >= 0x2070 && c <= 0x218F)
                || (c >= 0x2C00 && c <= 0x2FEF)
                || (c >= 0x3001 && c <= 0xD7FF)
                || (c >= 0xF900 && c <= 0xFDCF)
                || (c >= 0xFDF0 && c <= 0xFFFD && c != 0xFEFF)
                || (c >= 0x10000 && c <= 0xEFFFF);
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c)
                || isDigit(c)
                || c == 0xB7
                || (c >= 0x300 && c <= 0x36F)
                || c == 0x203F
                || c == 0x2040;
    }
}
