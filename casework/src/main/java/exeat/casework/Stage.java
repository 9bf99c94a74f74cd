package exeat.casework;

/** How far one traveller has come. Holds, questions and claims lie across it. */
public enum Stage {
    /** Entered; the traveller's own act is missing. */
    UNCONFIRMED,
    /** Confirmed; facts are missing that could change the finding. */
    UNANSWERED,
    /** A person must decide. */
    REFERRED,
    /** Approved; clearances are under way, or all done. */
    APPROVED,
    /** An approval in general that two officers set aside. */
    SET_ASIDE,
    /** The travel authorisation is issued. */
    AUTHORISED,
    /** The travel authorisation was taken back. */
    REVOKED,
    /** On a trip. */
    DEPARTED,
    REFUSED,
    WITHDRAWN,
    /** The crossing is recorded, and for a trip the return or the end of the paper. */
    CLOSED
}
