package exeat.rules.dmn.engine;

import java.util.Optional;

/** An element that cannot be computed, found before evaluation. */
public final class UnsupportedElementException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String outer;
    private final String element;
    private final int line;

    /**
     * @param element its name, or its kind if it has none
     * @param line 0 if it is not known
     */
    UnsupportedElementException(String element, int line, String why) {
        this("", element, line, why);
    }

    private UnsupportedElementException(String outer, String element, int line, String why) {
        super(why);
        this.outer = outer;
        this.element = element;
        this.line = line;
    }

    /** The name or the kind of the innermost element. */
    public String element() {
        return element;
    }

    /** The line where it begins; 0 if not known. */
    public int line() {
        return line;
    }

    public String why() {
        return String.valueOf(getMessage());
    }

    DecisionResult.Refused answer() {
        var place = line == 0 ? element : element + " (line " + line + ")";
        var whole = outer.isEmpty() || place.startsWith(outer) ? place : outer + ": " + place;
        return new DecisionResult.Refused(whole, why());
    }

    /** Returns this exception with the name of an enclosing element. */
    UnsupportedElementException inside(String name) {
        var around =
                Optional.of(outer)
                        .filter(inner -> !inner.isEmpty() && !inner.startsWith(name))
                        .map(inner -> name + ": " + inner)
                        .orElse(name);
        return new UnsupportedElementException(around, element, line, why());
    }

    /** Returns this exception for a column, under the name that people know. */
    UnsupportedElementException of(String column) {
        return new UnsupportedElementException(
                outer, column.isEmpty() ? element : column, line, why());
    }
}
