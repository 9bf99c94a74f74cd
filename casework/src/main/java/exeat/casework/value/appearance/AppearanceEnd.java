package exeat.casework.value.appearance;

import exeat.rules.source.StoredWord;

/** How an appearance ended. None of them ends anything else. */
public enum AppearanceEnd implements StoredWord {
    /** The person was there. */
    KEPT("kept"),
    /** The person was not there: nothing follows, and they can ask for another time. */
    MISSED("missed"),
    /** The office cancelled it before its day: it does not count. */
    CANCELLED("cancelled"),
    /** The office cancelled it on its day or later, when the person may have been on the way. */
    CANCELLED_LATE("cancelled-late");

    private final String stored;

    AppearanceEnd(String stored) {
        this.stored = stored;
    }

    public boolean isByOffice() {
        return this == CANCELLED || this == CANCELLED_LATE;
    }

    @Override
    public String stored() {
        return stored;
    }
}
