package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** What an answer to an alarm says. */
public enum AlarmAnswerKind implements StoredWord {
    /** There is a reason; the text gives it. */
    EXPLAINED("EXPLAINED"),
    /** The finding is right; the text says what was done. */
    ACTED("ACTED");

    private final String stored;

    AlarmAnswerKind(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
