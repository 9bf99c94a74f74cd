package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** What an answer to an alarm says. */
public enum AlarmAnswerKind implements StoredWord {
    /** There is a reason, and here it is. */
    EXPLAINED("EXPLAINED"),
    /** It was as it looked, and this was done. */
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
