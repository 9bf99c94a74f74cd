package exeat.rules.feel.value;

/**
 * Ends an evaluation that must not go on: a limit was reached, or the standard does not define the
 * result. The message is for people and contains no values.
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

    /** Returns this exception with the name of a model element, unless it already has one. */
    public EvaluationException within(String name) {
        return element.isEmpty() ? new EvaluationException(name, why()) : this;
    }

    /** The name of the element; empty if not known. */
    public String element() {
        return element;
    }

    /** What was refused, and why. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
