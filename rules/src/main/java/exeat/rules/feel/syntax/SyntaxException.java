package exeat.rules.feel.syntax;

/** A text is not FEEL, or not FEEL that is supported here; the message says what and where. */
public final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    public SyntaxException(String message) {
        super(message);
    }
}
