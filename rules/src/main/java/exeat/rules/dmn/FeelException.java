package exeat.rules.dmn;

/** An expression outside what is read here; the message says what and where in the cell. */
final class FeelException extends Exception {

    private static final long serialVersionUID = 1L;

    FeelException(String message) {
        super(message);
    }
}
