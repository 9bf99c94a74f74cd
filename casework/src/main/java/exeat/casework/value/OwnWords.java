package exeat.casework.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Whether a second officer wrote a reason of their own under a first officer's. It finds texts that
 * were copied, cut, or changed in a word or two; it cannot tell whether somebody thought about it.
 */
public enum OwnWords {
    /** It says something, and not in the first officer's words. */
    OWN,
    /** Less than a short sentence. */
    SHORT,
    /** It is the first officer's text, or most of it is. */
    COPIED;

    /** About four short words. A Chinese character says as much as three letters. */
    private static final int SENTENCE = 15;

    private static final int HAN = 3;
    private static final int SYLLABLE = 2;

    /** How many letters in a row are compared. */
    private static final int RUN = 3;

    /** In hundredths: of the runs of letters, how many may stand in the first officer's text. */
    private static final int TAKEN_OVER = 80;

    /**
     * Compares two reasons.
     *
     * @param text the second officer's
     * @param other the first officer's
     */
    public static OwnWords of(String text, String other) {
        var own = letters(text);
        if (weight(own) < SENTENCE) {
            return SHORT;
        }
        var theirs = new HashSet<>(runs(letters(other)));
        var runs = runs(own);
        var taken = runs.stream().filter(theirs::contains).count();
        return taken * 100 >= (long) runs.size() * TAKEN_OVER ? COPIED : OWN;
    }

    /** Whether there is neither a letter nor a digit in it: signs that nobody sees are no words. */
    public static boolean isEmpty(String text) {
        return letters(text).length == 0;
    }

    /** Letters and digits alone, so that blanks, stops, case and width make no difference. */
    private static int[] letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
    }

    private static int weight(int[] letters) {
        int weight = 0;
        for (int letter : letters) {
            weight +=
                    switch (Character.UnicodeScript.of(letter)) {
                        case HAN -> HAN;
                        case HANGUL, HIRAGANA, KATAKANA -> SYLLABLE;
                        default -> 1;
                    };
        }
        return weight;
    }

    private static List<String> runs(int[] letters) {
        var runs = new ArrayList<String>();
        for (int at = 0; at + RUN <= letters.length; at++) {
            runs.add(new String(letters, at, RUN));
        }
        return runs;
    }
}
