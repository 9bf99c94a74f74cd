package exeat.web.kit;

/** The user must sign in first, and is sent to the right page. */
public final class SignInRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;

    SignInRequiredException(String where) {
        super("sign in at " + where, null, false, false);
        this.where = where;
    }

    public boolean isOfficers() {
        return where.equals("/officer");
    }

    public String where() {
        return where;
    }
}
