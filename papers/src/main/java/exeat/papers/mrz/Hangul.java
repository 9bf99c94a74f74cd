package exeat.papers.mrz;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * Spells Korean names by the Revised Romanisation (2000), whose rule for names is that changes of
 * sound between syllables are not written: 한복남 is Han Boknam and not Hanbongnam. It is a proposal,
 * as all spellings are here: most people write Kim and Lee and not Gim and I, and what they write
 * goes before it.
 */
public final class Hangul {

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private static final List<String> INITIAL =
            List.of(
                    "G", "KK", "N", "D", "TT", "R", "M", "B", "PP", "S", "SS", "", "J", "JJ", "CH",
                    "K", "T", "P", "H");
    private static final List<String> VOWEL =
            List.of(
                    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO",
                    "U", "WO", "WE", "WI", "YU", "EU", "UI", "I");

    /** As it sounds at the end of a word. */
    private static final List<String> FINAL =
            List.of(
                    "", "K", "K", "K", "N", "N", "N", "T", "L", "K", "M", "L", "L", "L", "P", "L",
                    "M", "P", "P", "T", "T", "NG", "T", "T", "K", "T", "P", "T");

    private Hangul() {}

    /** A family name or a given name as one component; empty if it is not all Hangul. */
    public static Optional<String> spelled(String name) {
        var text = new StringBuilder();
        boolean afterL = false;
        for (char letter : Normalizer.normalize(name, Normalizer.Form.NFC).toCharArray()) {
            if (letter == ' ' || letter == '-') {
                afterL = false;
                continue;
            }
            if (letter < FIRST || letter > LAST) {
                return Optional.empty();
            }
            int place = letter - FIRST;
            var initial = INITIAL.get(place / (VOWELS * FINALS));
            // Two ㄹ together are LL by the letters' own rule, which is not a change of sound.
            text.append(afterL && initial.equals("R") ? "L" : initial);
            text.append(VOWEL.get(place / FINALS % VOWELS));
            var last = FINAL.get(place % FINALS);
            text.append(last);
            afterL = place % FINALS == 8;
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }
}
