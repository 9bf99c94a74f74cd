package exeat.rules;

import java.util.Arrays;
import java.util.Optional;

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

    /** The function that a pack writes with this word. */
    public static Optional<Function> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
