package exeat.desk;

/** The lists from which officers work. */
public enum Queue {
    /** Everything that this officer's own unit can act on now. */
    WORK,
    /** A person must decide. */
    REFERRED,
    /** Open clearances. */
    CLEARANCES,
    /** A proposal waits for a second officer. */
    SECOND,
    /** Everything is cleared; the travel authorisation is to be issued. */
    TO_AUTHORISE,
    /** An open hold. */
    HELD,
    /** An appeal waits for its reviewer. */
    APPEALS,
    /** The traveller's own act is missing. */
    UNCONFIRMED,
    /** Authorised, or stopped at a border; found by paper number. */
    BORDER
}
