package exeat.casework.state;

import exeat.rules.source.StoredWord;

/** The stage of one traveller. Holds, questions and claims can exist at several stages. */
public enum Stage implements StoredWord {
    /** Entered; the traveller has not confirmed yet. */
    UNCONFIRMED("UNCONFIRMED"),
    /** Confirmed; facts are missing that could change the finding. */
    UNANSWERED("UNANSWERED"),
    /** A person must decide. */
    REFERRED("REFERRED"),
    /** Approved; clearances are under way, or all done. */
    APPROVED("APPROVED"),
    /** An approval in general that two officers set aside. */
    SET_ASIDE("SET_ASIDE"),
    /** The travel authorisation is issued. */
    AUTHORISED("AUTHORISED"),
    /** The travel authorisation was taken back. */
    REVOKED("REVOKED"),
    /** Abroad, of those whose purpose is a round trip. */
    DEPARTED("DEPARTED"),
    REFUSED("REFUSED"),
    WITHDRAWN("WITHDRAWN"),
    /** The crossing is recorded, and for a trip the return or the end of the paper. */
    CLOSED("CLOSED");

    private final String stored;

    Stage(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
