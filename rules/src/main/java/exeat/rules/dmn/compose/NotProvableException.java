package exeat.rules.dmn.compose;

/** Something cannot be composed exactly. Has no stack trace, because it is an expected result. */
final class NotProvableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String element;
    private final int line;

    NotProvableException(String why) {
        this("", 0, why);
    }

    private NotProvableException(String element, int line, String why) {
        super(why, null, false, false);
        this.element = element;
        this.line = line;
    }

    /** Returns this exception for an element, unless it already names an inner one. */
    NotProvableException in(String around, int at) {
        return element.isEmpty() ? new NotProvableException(around, at, why()) : this;
    }

    String element() {
        return element;
    }

    int line() {
        return line;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
