package exeat.api;

/** Patterns of texts from outside. */
public final class Patterns {

    /** A name of the vocabulary: not blank, not padded. */
    public static final String FACT = "\\S(.*\\S)?";

    public static final String PURPOSE = "[a-z][a-z0-9]*( [a-z0-9]+)*";

    public static final String UNIT = "[a-z0-9]+(-[a-z0-9]+)*";

    /** In a path: a traveller's number, or that of a proposal, a hold or an appeal. */
    public static final String NUMBER = "[0-9]{1,4}";

    public static final String OFFICER = "^[a-z0-9]+([.-][a-z0-9]+)*$";

    public static final int MAX_REASON = 4000;

    /** The most characters of a unit's, an officer's or a task's name. */
    public static final int MAX_NAME = 100;

    private Patterns() {}
}
