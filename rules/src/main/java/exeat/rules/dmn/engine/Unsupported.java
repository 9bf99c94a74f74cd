package exeat.rules.dmn.engine;

/** An element that cannot be computed, found before anything is. */
final class Unsupported extends Exception {

    private static final long serialVersionUID = 1L;

    private final String element;

    /**
     * @param element its name, or what it is where it has none
     * @param line 0 where it is not known
     */
    Unsupported(String element, int line, String why) {
        super(why);
        this.element = line == 0 ? element : element + " (line " + line + ")";
    }

    Answer.Refused answer() {
        return new Answer.Refused(element, String.valueOf(getMessage()));
    }

    /** The same, said to be inside an element that has a name. */
    Unsupported inside(String name) {
        var inner = element.startsWith(name) ? element : name + ": " + element;
        return new Unsupported(inner, 0, String.valueOf(getMessage()));
    }
}
