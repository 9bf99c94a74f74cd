package exeat.casework.value;

import exeat.rules.source.StoredWord;

/** What is watched for. */
public enum Watcher implements StoredWord {
    /** Each day has the same number of approvals while cases are left over: an undisclosed cap. */
    QUOTA("QUOTA"),
    /** Cases of the same age move less often than before: an undisclosed slow-down. */
    SLOWER("SLOWER"),
    /** Similar cases wait longer here than in similar units. */
    UNLIKE_DAYS("UNLIKE_DAYS"),
    /**
     * In similar cases, people are asked, held, set aside or refused more often here than in
     * similar units.
     */
    UNLIKE_BURDEN("UNLIKE_BURDEN"),
    /** An officer agrees within moments while others take their time. */
    RUBBER_STAMP("RUBBER_STAMP"),
    /** An officer never disagrees while others do. */
    NEVER_DISAGREES("NEVER_DISAGREES"),
    /** Cases have no step while newer ones move. */
    PILE("PILE"),
    /** What a unit asks for or holds back follows a rule that the directive does not have. */
    PRACTICE("PRACTICE"),
    /** Secrets of people are replaced more often than elsewhere, or against their objection. */
    REISSUED("REISSUED"),
    /** A unit claims protection for many people at once. */
    MANY_CLAIMS("MANY_CLAIMS"),
    /** Officers act for several people who are said to stand before them, or one denies it. */
    IN_PERSON("IN_PERSON");

    private final String stored;

    Watcher(String stored) {
        this.stored = stored;
    }

    @Override
    public String stored() {
        return stored;
    }
}
