package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** What is watched for. */
public enum Watcher implements StoredWord {
    /**
     * Approvals that come out in the same number, while files are left over: an undisclosed cap.
     */
    QUOTA("QUOTA"),
    /** Files of the same age move less often than they did before: an undisclosed slow-down. */
    SLOWER("SLOWER"),
    /** Like cases wait longer here than in like units. */
    UNLIKE_DAYS("UNLIKE_DAYS"),
    /** Like cases are asked, held, set aside or refused more often here than in like units. */
    UNLIKE_BURDEN("UNLIKE_BURDEN"),
    /** An officer agrees within moments where others take their time. */
    RUBBER_STAMP("RUBBER_STAMP"),
    /** An officer never disagrees where others do. */
    NEVER_DISAGREES("NEVER_DISAGREES"),
    /** Files lie with no step while younger ones move. */
    PILE("PILE"),
    /** What a unit asks or holds back follows a rule that the directive does not have. */
    PRACTICE("PRACTICE");

    private final String stored;

    Watcher(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
