package exeat.casework;

/** How a directive stands on a day: whether it decides, and if not, why not. */
public enum Standing {
    IN_FORCE,
    /** Two officers of its issuer stopped it for a time. */
    SUSPENDED,
    /** Two officers of its issuer ended it from a day on. */
    REPEALED,
    /** No version that was put in force is meant for this day. */
    OUTSIDE_ITS_DAYS,
    /** Its issuer has put no version in force. */
    NEVER_IN_FORCE;

    /** Whether its rules decide what is filed on that day. */
    public boolean decides() {
        return this == IN_FORCE;
    }
}
