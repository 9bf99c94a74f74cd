package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** What somebody did with a secret that is not proved to be the person's. */
public enum UnprovedActKind implements StoredWord {
    LEFT("LEFT"),
    ENDED_CLAIM("ENDED_CLAIM"),
    /** Ended what the same secret had claimed, before two officers heard the person. */
    TOOK_BACK("TOOK_BACK"),
    ADMITTED("ADMITTED");

    private final String stored;

    UnprovedActKind(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
