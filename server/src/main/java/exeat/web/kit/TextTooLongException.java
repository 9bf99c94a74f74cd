package exeat.web.kit;

/** Somebody typed more into a field than a form takes: nothing was done, and they shorten it. */
final class TextTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TextTooLongException() {
        super("a field of a form is too long", null, false, false);
    }
}
