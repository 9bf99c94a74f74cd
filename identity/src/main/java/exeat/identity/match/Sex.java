package exeat.identity.match;

/** As an entry says it. */
public enum Sex {
    FEMALE,
    MALE
}
