package exeat.tool.cli;

/** An error that the caller can fix: printed as it is, with exit status 2. */
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
