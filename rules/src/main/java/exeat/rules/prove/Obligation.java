package exeat.rules.prove;

/** What is proved of a directive before it is put in force. */
public enum Obligation {
    ANSWERS(1, "It answers every combination of facts, or refers it to a person"),
    AGREES(2, "No two rules disagree"),
    NOTHING_HIDDEN(3, "No rule is unreachable or hidden by others"),
    CITES(
            4,
            "Every rule cites a paragraph, and every binding paragraph has a rule or a reason"
                    + " why not"),
    NEVER_REFUSES(5, "No machine ever refuses"),
    PROTECTED_HELPS(6, "Protected facts only help"),
    NO_RESTRICTION(7, "It adds no restriction to the directives above it");

    private final int number;
    private final String title;

    Obligation(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** Its number, 1 to 7, in the order of reports. */
    public int number() {
        return number;
    }

    /** What it says, in English. */
    public String title() {
        return title;
    }
}
