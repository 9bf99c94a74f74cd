package exeat.rules.source;

/** A constant that is stored: by a word that stays when the constant is renamed. */
public interface StoredWord {

    /** The word. It is never changed, and never given to another constant of its set. */
    String stored();

    /**
     * The constant that is stored by this word.
     *
     * @throws IllegalArgumentException where there is none
     */
    static <E extends Enum<E> & StoredWord> E of(Class<E> set, String word) {
        for (var constant : set.getEnumConstants()) {
            if (constant.stored().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no constant is stored as " + word);
    }
}
