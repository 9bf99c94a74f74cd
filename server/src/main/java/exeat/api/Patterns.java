package exeat.api;

/**
 * Patterns for texts from outside. No group is repeated without end: each repetition would take a
 * part of the stack, and a long text all of it.
 */
public final class Patterns {

    /** A name of the vocabulary: not blank, not padded. */
    public static final String FACT = "\\S(.*\\S)?";

    public static final String PURPOSE = "[a-z][a-z0-9]*( [a-z0-9]+){0,50}";

    public static final String UNIT = "[a-z0-9]+(-[a-z0-9]+){0,50}";

    /** The number of a traveller, proposal, hold or appeal in a path. */
    public static final String NUMBER = "[0-9]{1,4}";

    public static final String OFFICER = "^[a-z0-9]+([.-][a-z0-9]+){0,50}$";

    /** The id of a directive. */
    public static final String DIRECTIVE = "^" + UNIT + "$";

    public static final int MAX_REASON = 4000;

    /** The maximum length, in characters, of the name of a unit, officer or task. */
    public static final int MAX_NAME = 100;

    private Patterns() {}
}
