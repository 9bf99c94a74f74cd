package exeat.rules.feel.syntax;

/**
 * A piece of a text.
 *
 * @param text as written; of a string, what it says
 * @param start where it begins, counted from 0
 * @param spaced whether blanks or a comment go before it
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

    /** Whether a name that is written so would be made of this piece. */
    boolean canBeOfName() {
        return kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.SIGN;
    }
}
