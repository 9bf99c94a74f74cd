package exeat.rules.feel.value;

/**
 * Ends an evaluation that must not go on: a bound was reached, or the standard does not say what
 * comes next. The message is for people and holds none of the values.
 */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;

    public EvaluationException(String why) {
        this("", why);
    }

    private EvaluationException(String element, String why) {
        super(why, null, false, false);
        this.element = element;
    }

    /** The same, within an element of a model, unless it is within another already. */
    public EvaluationException within(String name) {
        return element.isEmpty() ? new EvaluationException(name, why()) : this;
    }

    /** The name of the element; empty where none is known. */
    public String element() {
        return element;
    }

    /** What is refused, and why. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
