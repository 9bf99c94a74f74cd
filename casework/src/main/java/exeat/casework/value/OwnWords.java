package exeat.casework.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    /** Controls, overrides and isolates of direction, and what stands for no character. */
    private static final Pattern HIDING =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}"
                            + "&&[^\\n\\r\\t]]");

    /** Letters of Hangul that are shown as nothing: they only fill the place of one. */
    private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /**
     * Small letters of Cyrillic, Greek, Armenian and phonetic script, and digits, each with the
     * Latin letters that they look like. No two letters of one of these scripts become the same.
     */
    private static final List<List<String>> SCRIPTS =
            List.of(
                    List.of("авекмнорстухіјѕһԁԛԝӏԍ", "abekmhopctyxijshdqwlg"),
                    List.of("αβγεηικνορτυχωϳς", "abyenikvoptuxwjs"),
                    List.of("աօսոցհլյզ", "wounghljq"),
                    List.of("ıɑɡʏ", "iagy"),
                    List.of("01", "ol"));

    private static final Map<Integer, Integer> LOOKALIKES = lookalikes();

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
        var theirs = new HashSet<>(runs(letters(skeleton(other))));
        var runs = runs(letters(skeleton(text)));
        var taken = runs.stream().filter(theirs::contains).count();
        return taken * 100 >= (long) runs.size() * TAKEN_OVER ? COPIED : OWN;
    }

    /**
     * A text without signs that change how the text around them is shown, as names have none: what
     * officers read is what was written. From right to left is written as before, and with the
     * marks that keyboards put beside a number.
     */
    public static String readable(String text) {
        return HIDING.matcher(text).replaceAll("");
    }

    /**
     * Whether there is neither a letter nor a digit in it: signs that nobody sees are no words.
     * Each rule that asks for words asks this.
     */
    public static boolean isEmpty(String text) {
        return letters(text).length == 0;
    }

    /** Letters and digits alone, so that blanks, stops, case and width make no difference. */
    private static int[] letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && !FILLERS.contains(c))
                .toArray();
    }

    /**
     * How much it says. What is repeated counts once, whether a letter is or a word: not the third
     * of the same letter in a row, nor what stood there before with the two letters before it.
     */
    private static int weight(int[] letters) {
        var once = distinct(letters);
        var seen = new HashSet<String>();
        int weight = 0;
        for (int at = 0; at < once.length; at++) {
            if (at < RUN - 1 || seen.add(new String(once, at - RUN + 1, RUN))) {
                weight += weight(once[at]);
            }
        }
        return weight;
    }

    private static int[] distinct(int[] letters) {
        return IntStream.range(0, letters.length)
                .filter(at ->
                        at < RUN - 1
                                || letters[at] != letters[at - 1]
                                || letters[at] != letters[at - 2])
                .map(at -> letters[at])
                .toArray();
    }

    private static int weight(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN -> HAN;
            case HANGUL, HIRAGANA, KATAKANA -> SYLLABLE;
            default -> 1;
        };
    }

    private static List<String> runs(int[] letters) {
        var runs = new ArrayList<String>();
        for (int at = 0; at + RUN <= letters.length; at++) {
            runs.add(new String(letters, at, RUN));
        }
        return runs;
    }

    /**
     * A text in small letters, without marks above letters, and with the Latin letters that others
     * look like, as in the skeletons of UTS #39 (Unicode Security Mechanisms): exchanged for such,
     * it is still the same text.
     */
    private static String skeleton(String text) {
        var small = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var apart = Normalizer.normalize(small, Normalizer.Form.NFKD);
        // Syllables of Hangul come together again.
        var bare = Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        return bare.codePoints()
                .map(letter -> Optional.ofNullable(LOOKALIKES.get(letter)).orElse(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Map<Integer, Integer> lookalikes() {
        var latin = new HashMap<Integer, Integer>();
        for (var script : SCRIPTS) {
            var letters = script.get(0).codePoints().toArray();
            for (int at = 0; at < letters.length; at++) {
                latin.put(letters[at], (int) script.get(1).charAt(at));
            }
        }
        return Map.copyOf(latin);
    }
}
