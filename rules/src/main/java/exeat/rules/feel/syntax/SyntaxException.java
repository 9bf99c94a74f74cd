package exeat.rules.feel.syntax;

/** A text that is no FEEL, or none that is read here; the message says what and where. */
public final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    public SyntaxException(String message) {
        super(message);
    }
}
