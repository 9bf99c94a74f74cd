package exeat.rules.finding;

import exeat.rules.source.StoredWord;
import java.util.Arrays;
import java.util.Optional;

/** Why somebody travels. */
public enum Purpose implements StoredWord {
    /** To move and reside. */
    SETTLE("SETTLE", "settle"),
    /** To go back to the state whose national one is. */
    RETURN("RETURN", "return"),
    /** To go and come back; the paper allows re-entry. */
    TRIP("TRIP", "trip");

    private final String stored;
    private final String word;

    Purpose(String stored, String word) {
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

    /** The purpose that a pack writes with this word. */
    public static Optional<Purpose> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
