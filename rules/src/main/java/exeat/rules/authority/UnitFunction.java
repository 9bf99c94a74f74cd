package exeat.rules.authority;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The function of a unit, in the pack's word. What its units do follows from the {@link Role}s that
 * the pack gives it, never from the word.
 *
 * @param word such as {@code border police}; lower case, at most 40 letters
 */
public record UnitFunction(String word) implements Comparable<UnitFunction> {

    private static final int MAX_LETTERS = 40;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*( [a-z0-9]+)*+");

    public UnitFunction {
        if (!isWord(word)) {
            throw new IllegalArgumentException("not the word of a function: '" + word + "'");
        }
    }

    private static boolean isWord(String word) {
        return word.length() <= MAX_LETTERS && WORD.matcher(word).matches();
    }

    /** The function that is written so; empty where none can be. */
    public static Optional<UnitFunction> of(String word) {
        return isWord(word) ? Optional.of(new UnitFunction(word)) : Optional.empty();
    }

    /** The word in keys of messages, settings and addresses: hyphens for spaces. */
    public String slug() {
        return word.replace(' ', '-');
    }

    @Override
    public int compareTo(UnitFunction other) {
        return word.compareTo(other.word);
    }

    @Override
    public String toString() {
        return word;
    }
}
