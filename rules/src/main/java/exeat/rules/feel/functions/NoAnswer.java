package exeat.rules.feel.functions;

/**
 * Ends a function with unsuitable arguments: its result is null. It never leaves this package, and
 * saves each function from checking the type of every argument.
 */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswer() {
        super("the arguments are not the function's own", null, false, false);
    }
}
