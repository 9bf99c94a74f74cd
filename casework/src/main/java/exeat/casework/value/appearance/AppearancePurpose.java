package exeat.casework.value.appearance;

import exeat.rules.source.StoredWord;

/** What an appearance is for; the words beside it say more. */
public enum AppearancePurpose implements StoredWord {
    /** To establish who they are. */
    IDENTITY("identity"),
    /** To show documents. */
    DOCUMENTS("documents"),
    /** To answer questions. */
    QUESTIONS("questions"),
    /** To collect something. */
    COLLECTING("collecting"),
    /** Something else. */
    OTHER("other");

    private final String stored;

    AppearancePurpose(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
