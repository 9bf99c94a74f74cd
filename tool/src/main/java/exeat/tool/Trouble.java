package exeat.tool;

/** What stops a command and its caller can mend: printed as it is, and the exit status is 2. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }

    Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
