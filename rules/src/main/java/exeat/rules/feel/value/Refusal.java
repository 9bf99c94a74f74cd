package exeat.rules.feel.value;

/**
 * Ends an evaluation that must not go on: a bound was reached, or the standard does not say what
 * comes next. The message is for people and holds none of the values.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;

    public Refusal(String why) {
        this("", why);
    }

    private Refusal(String element, String why) {
        super(why, null, false, false);
        this.element = element;
    }

    /** The same, within an element of a model, unless it is within another already. */
    public Refusal within(String name) {
        return element.isEmpty() ? new Refusal(name, why()) : this;
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
