package exeat.tool.cli;

/** What stops a command and its caller can mend: printed as it is, and the exit status is 2. */
public final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    public UsageError(String text) {
        super(text);
        this.text = text;
    }

    public UsageError(String text, Throwable cause) {
        super(text, cause);
        this.text = text;
    }

    /** Says what its cause says. */
    public UsageError(Throwable cause) {
        this(String.valueOf(cause.getMessage()), cause);
    }

    /** One line or several. */
    public String text() {
        return text;
    }
}
