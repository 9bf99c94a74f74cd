package exeat.rules.dmn.engine;

import java.util.Optional;

/** An element that cannot be computed, found before evaluation. */
public final class UnsupportedElementException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String outer;
    private final String element;
    private final int line;

    /**
     * @param element its name, or what it is where it has none
     * @param line 0 where it is not known
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

    /** The innermost element, by its name or by what it is. */
    public String element() {
        return element;
    }

    /** Where it begins; 0 where that is not known. */
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

    /** The same, said to be inside an element that has a name. */
    UnsupportedElementException inside(String name) {
        var around =
                Optional.of(outer)
                        .filter(inner -> !inner.isEmpty() && !inner.startsWith(name))
                        .map(inner -> name + ": " + inner)
                        .orElse(name);
        return new UnsupportedElementException(around, element, line, why());
    }

    /** The same of a column, by the name that people know it by. */
    UnsupportedElementException of(String column) {
        return new UnsupportedElementException(
                outer, column.isEmpty() ? element : column, line, why());
    }
}
