package exeat.rules.dmn.compose;

/** Something that cannot be composed exactly. Carries no trace: it is an answer. */
final class NotProvable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String element;
    private final int line;

    NotProvable(String why) {
        this("", 0, why);
    }

    private NotProvable(String element, int line, String why) {
        super(why, null, false, false);
        this.element = element;
        this.line = line;
    }

    /** The same, said of this element unless it is said of one within. */
    NotProvable in(String around, int at) {
        return element.isEmpty() ? new NotProvable(around, at, why()) : this;
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
