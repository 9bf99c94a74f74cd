package exeat.rules.feel.syntax;

import exeat.rules.feel.syntax.Token.Kind;
import java.util.List;
import java.util.Set;

/** A position in a text that is being parsed; limits the parsing depth. */
final class TokenCursor {

    /** Words that end a name, unless a declared name contains them. */
    static final Set<String> RESERVED =
            Set.of(
                    "if",
                    "then",
                    "else",
                    "for",
                    "in",
                    "return",
                    "some",
                    "every",
                    "satisfies",
                    "and",
                    "or",
                    "between",
                    "instance",
                    "function",
                    "external",
                    "null",
                    "true",
                    "false");

    private static final int MAX_DEPTH = 120;
    private static final int MAX_VISITS = 400_000;

    private final String text;
    private final List<Token> tokens;
    private int at;
    private int depth;
    private int visits;

    TokenCursor(String text) throws SyntaxException {
        this.text = text;
        tokens = Lexer.tokens(text);
    }

    List<Token> tokens() {
        return tokens;
    }

    int at() {
        return at;
    }

    /** Goes back to an earlier position. */
    void goTo(int place) throws SyntaxException {
        if (++visits > MAX_VISITS) {
            throw new SyntaxException("is too involved to be read");
        }
        at = place;
    }

    Token token() {
        return tokens.get(at);
    }

    Token ahead(int by) {
        return tokens.get(Math.min(at + by, tokens.size() - 1));
    }

    boolean isAtEnd() {
        return token().kind() == Kind.END;
    }

    void advance(int by) throws SyntaxException {
        goTo(Math.min(at + by, tokens.size() - 1));
    }

    boolean is(String sign) {
        return token().is(sign);
    }

    boolean take(String sign) throws SyntaxException {
        boolean there = is(sign);
        if (there) {
            advance(1);
        }
        return there;
    }

    void expect(String sign) throws SyntaxException {
        if (!take(sign)) {
            throw unexpected(sign);
        }
    }

    void end() throws SyntaxException {
        if (!isAtEnd()) {
            throw unexpected("the end");
        }
    }

    void enter() throws SyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException("is nested deeper than " + MAX_DEPTH);
        }
    }

    void leave() {
        depth--;
    }

    /** The text of the tokens between two positions, with runs of blanks made one. */
    String name(int from, int to) {
        return DeclaredNames.normal(
                text.substring(tokens.get(from).start(), tokens.get(to - 1).end()));
    }

    /** Consumes consecutive words, up to a reserved word or a symbol. */
    String words() throws SyntaxException {
        int from = at;
        if (token().kind() != Kind.WORD || RESERVED.contains(token().text())) {
            throw unexpected("a name");
        }
        while (token().kind() == Kind.NUMBER
                || (token().kind() == Kind.WORD && !RESERVED.contains(token().text()))) {
            advance(1);
        }
        return name(from, at);
    }

    /** Consumes everything up to a symbol, as the name before it. */
    String nameBefore(String sign) throws SyntaxException {
        int from = at;
        while (!is(sign)) {
            if (!token().canBeOfName() || is("{") || is("}") || is(",")) {
                throw unexpected(sign);
            }
            advance(1);
        }
        if (at == from) {
            throw unexpected("a name");
        }
        return name(from, at);
    }

    SyntaxException unexpected(String wanted) {
        var rest = text.substring(token().start()).strip();
        var shown = rest.length() > 40 ? rest.substring(0, 40) + "..." : rest;
        var found = rest.isEmpty() ? "the end" : "'" + shown + "'";
        return new SyntaxException("not read: expected " + wanted + " but found " + found);
    }
}
