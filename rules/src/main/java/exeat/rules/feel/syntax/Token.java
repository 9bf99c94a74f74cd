package exeat.rules.feel.syntax;

/**
 * A token of a text.
 *
 * @param text the text as written; for a string, its value
 * @param start where it begins, counted from 0
 * @param spaced whether blanks or a comment come before it
 */
record Token(Kind kind, String text, int start, int end, boolean spaced) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
    }

    /** Whether a name could contain this token. */
    boolean canBeOfName() {
        return kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.SIGN;
    }
}
