package exeat.rules;

/** What a unit is for. */
public enum Function {
    COMMITTEE("committee"),
    FOREIGN_AFFAIRS("foreign affairs"),
    PUBLIC_SECURITY("public security"),
    BORDER_DEFENCE("border defence"),
    CUSTOMS("customs");

    private final String word;

    Function(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
