package exeat.rules;

import java.util.Arrays;
import java.util.Optional;

/** What a unit is for. */
public enum Function implements StoredWord {
    COMMITTEE("COMMITTEE", "committee"),
    FOREIGN_AFFAIRS("FOREIGN_AFFAIRS", "foreign affairs"),
    PUBLIC_SECURITY("PUBLIC_SECURITY", "public security"),
    BORDER_DEFENCE("BORDER_DEFENCE", "border defence"),
    CUSTOMS("CUSTOMS", "customs");

    private final String stored;
    private final String word;

    Function(String stored, String word) {
        this.stored = stored;
        this.word = word;
    }

    @Override
    public String stored() {
        return stored;
    }

    public String word() {
        return word;
    }

    /** The function that a pack writes with this word. */
    public static Optional<Function> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
