package exeat.identity.sound;

/**
 * How something is spoken, as far as every romanisation tells it: aspiration and voice are dropped,
 * because clerks drop them.
 *
 * @param phonemes of the alphabet {@link #ALPHABET}. Consonants: k (also g), t (d), p (b), c (j,
 *     ch, zh, ts, z), s (sh), h (kh), m, n, g (ng), l, r, f, v; glides y and w; vowels a, e, i, o,
 *     u, E (Korean ㅓ), W (ㅡ), A (ㅐ), O (ㅚ)
 */
public record Sound(String phonemes) {

    static final String ALPHABET = "ktpcshmnglrfvywaeiouEWAO";

    private static final String VOWELS = "aeiouEWAO";
    private static final String GLIDES = "yw";

    /** Nothing to hear. */
    public static final Sound SILENCE = new Sound("");

    /**
     * Checks the alphabet.
     *
     * @throws IllegalArgumentException if there is another letter in it
     */
    public Sound {
        for (int i = 0; i < phonemes.length(); i++) {
            if (ALPHABET.indexOf(phonemes.charAt(i)) < 0) {
                throw new IllegalArgumentException("not a sound: " + phonemes);
            }
        }
    }

    public boolean isSilent() {
        return phonemes.isEmpty();
    }

    /** This and then the other, as one word. */
    public Sound then(Sound other) {
        return new Sound(phonemes + other.phonemes);
    }

    static boolean isVowel(char phoneme) {
        return VOWELS.indexOf(phoneme) >= 0;
    }

    static boolean isGlide(char phoneme) {
        return GLIDES.indexOf(phoneme) >= 0;
    }

    /**
     * What is left of it where spellings differ most: consonants alone, those that are mistaken for
     * each other as one, without h and without an r that closes a syllable. Of a word that begins
     * with a vowel or a glide, also that it does.
     */
    public String skeleton() {
        var bones = new StringBuilder();
        for (int i = 0; i < phonemes.length(); i++) {
            char phoneme = phonemes.charAt(i);
            if (isVowel(phoneme) || isGlide(phoneme) || phoneme == 'h') {
                continue;
            }
            bones.append(
                    switch (phoneme) {
                        case 'g' -> 'n';
                        case 'r' -> 'l';
                        case 's' -> 'c';
                        case 'f', 'v' -> 'p';
                        default -> phoneme;
                    });
        }
        return bones.toString();
    }
}
