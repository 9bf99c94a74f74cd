package exeat.rules.finding;

import exeat.rules.source.StoredWord;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A purpose of a journey, in the pack's word. Its consequences are declared in the pack's {@link
 * Purposes} and never follow from the word.
 *
 * @param word such as {@code family visit}; lower case, at most 40 letters
 */
public record Purpose(String word) implements StoredWord {

    private static final int MAX_LETTERS = 40;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*( [a-z0-9]+)*+");

    public Purpose {
        if (!isWord(word)) {
            throw new IllegalArgumentException("not the word of a purpose: '" + word + "'");
        }
    }

    private static boolean isWord(String word) {
        return word.length() <= MAX_LETTERS && WORD.matcher(word).matches();
    }

    /** The purpose that is written so; empty where none can be. */
    public static Optional<Purpose> of(String word) {
        return isWord(word) ? Optional.of(new Purpose(word)) : Optional.empty();
    }

    /**
     * The word in capitals, as {@code FAMILY_VISIT}. It was so when there were three of them, and
     * what was written then must be read for ever.
     */
    @Override
    public String stored() {
        return word.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    /** The purpose that is stored so. */
    public static Purpose ofStored(String stored) {
        return new Purpose(stored.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The word in keys of messages: hyphens for spaces. */
    public String slug() {
        return word.replace(' ', '-');
    }

    @Override
    public String toString() {
        return word;
    }
}
