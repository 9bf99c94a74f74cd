package exeat.tool;

/** What stops a command and its caller can mend: printed as it is, and the exit status is 2. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    Trouble(String text) {
        super(text);
        this.text = text;
    }

    Trouble(String text, Throwable cause) {
        super(text, cause);
        this.text = text;
    }

    /** Says what its cause says. */
    Trouble(Throwable cause) {
        this(String.valueOf(cause.getMessage()), cause);
    }

    /** One line or several. */
    String text() {
        return text;
    }
}
