package exeat.rules;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody travels. */
public enum Purpose {
    /** To move and reside. */
    SETTLE("settle"),
    /** To go back to the state whose national one is. */
    RETURN("return"),
    /** To go and come back; the paper allows re-entry. */
    TRIP("trip");

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The purpose that a pack writes with this word. */
    public static Optional<Purpose> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
