package exeat.rules.feel.functions;

/**
 * Ends a function whose arguments are not its own: its result is null. It never leaves this
 * package, and saves each function from asking of each argument what it is.
 */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswer() {
        super("the arguments are not the function's own", null, false, false);
    }
}
