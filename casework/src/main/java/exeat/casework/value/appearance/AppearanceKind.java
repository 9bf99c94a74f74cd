package exeat.casework.value.appearance;

import exeat.rules.source.StoredWord;

/** How somebody is asked to appear; each of them counts. */
public enum AppearanceKind implements StoredWord {
    /** The person comes to an office. */
    AT_OFFICE("at-office"),
    /** An officer comes to the person. */
    AT_HOME("at-home"),
    /** An officer calls, and the person is to be there. */
    BY_PHONE("by-phone");

    private final String stored;

    AppearanceKind(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
