package exeat.rules.finding;

import exeat.rules.source.StoredWord;
import java.util.Arrays;
import java.util.Optional;

/** What a traveller may give up, and must have been told before they confirm. */
public enum Consequence implements StoredWord {
    NATIONALITY("NATIONALITY", "nationality"),
    RESIDENCE("RESIDENCE", "residence"),
    WAY_BACK("WAY_BACK", "way back");

    private final String stored;
    private final String word;

    Consequence(String stored, String word) {
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

    /** The consequence that a pack writes with this word. */
    public static Optional<Consequence> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
