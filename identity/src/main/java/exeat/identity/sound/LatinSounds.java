package exeat.identity.sound;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Latin letters of any romanisation as a sound. One table serves Revised, McCune-Reischauer, North
 * Korean, Yale, Pinyin and Wade-Giles: where they disagree about a letter, it becomes the sound
 * that is least far from what each of them means.
 */
final class LatinSounds {

    /** Longest first wins; what is not in here is dropped. */
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("tsch", "c"),
                    Map.entry("shch", "s"),
                    Map.entry("sch", "s"),
                    Map.entry("tch", "c"),
                    Map.entry("dzh", "c"),
                    Map.entry("chh", "c"),
                    Map.entry("eui", "Wi"),
                    Map.entry("ch", "c"),
                    Map.entry("zh", "c"),
                    Map.entry("sh", "s"),
                    Map.entry("hs", "s"),
                    Map.entry("sz", "s"),
                    Map.entry("cz", "c"),
                    Map.entry("ts", "c"),
                    Map.entry("tz", "c"),
                    Map.entry("dz", "c"),
                    Map.entry("dj", "c"),
                    Map.entry("ck", "k"),
                    Map.entry("kh", "h"),
                    Map.entry("gh", "k"),
                    Map.entry("th", "t"),
                    Map.entry("dh", "t"),
                    Map.entry("bh", "p"),
                    Map.entry("ph", "f"),
                    Map.entry("rh", "r"),
                    Map.entry("ng", "g"),
                    Map.entry("ci", "ci"),
                    Map.entry("ce", "ce"),
                    Map.entry("cy", "ci"),
                    Map.entry("qi", "ci"),
                    Map.entry("qu", "cu"),
                    Map.entry("xi", "si"),
                    Map.entry("xu", "su"),
                    Map.entry("eo", "E"),
                    Map.entry("eu", "W"),
                    Map.entry("ae", "A"),
                    Map.entry("ai", "A"),
                    Map.entry("ay", "A"),
                    Map.entry("oe", "O"),
                    Map.entry("oi", "O"),
                    Map.entry("oy", "O"),
                    Map.entry("aj", "A"),
                    Map.entry("oj", "O"),
                    Map.entry("ej", "e"),
                    Map.entry("ij", "i"),
                    Map.entry("ei", "e"),
                    Map.entry("ey", "e"),
                    Map.entry("ee", "i"),
                    Map.entry("oo", "u"),
                    Map.entry("ou", "u"),
                    Map.entry("au", "ao"),
                    Map.entry("aw", "ao"),
                    Map.entry("a", "a"),
                    Map.entry("b", "p"),
                    Map.entry("c", "k"),
                    Map.entry("d", "t"),
                    Map.entry("e", "e"),
                    Map.entry("f", "f"),
                    Map.entry("g", "k"),
                    Map.entry("h", "h"),
                    Map.entry("i", "i"),
                    Map.entry("j", "c"),
                    Map.entry("k", "k"),
                    Map.entry("l", "l"),
                    Map.entry("m", "m"),
                    Map.entry("n", "n"),
                    Map.entry("o", "o"),
                    Map.entry("p", "p"),
                    Map.entry("q", "k"),
                    Map.entry("r", "r"),
                    Map.entry("s", "s"),
                    Map.entry("t", "t"),
                    Map.entry("u", "u"),
                    Map.entry("v", "v"),
                    Map.entry("w", "w"),
                    Map.entry("x", "ks"),
                    Map.entry("y", "y"),
                    Map.entry("z", "c"),
                    Map.entry("E", "E"),
                    Map.entry("W", "W"),
                    Map.entry("A", "A"),
                    Map.entry("O", "O"));

    private static final int MAX_LETTERS = 4;

    /** A syllable of Pinyin whose c is ts; elsewhere before these vowels it is k. */
    private static final Pattern PINYIN_C =
            Pattern.compile(
                    "(?<![a-z])c(?=(a|ai|an|ang|ao|e|en|eng|i|ong|ou|u|uan|ui|un|uo)(?![a-z]))");

    /** A syllable of Wade-Giles whose j is what Pinyin writes r. */
    private static final Pattern WADE_J =
            Pattern.compile("(?<![a-z])j(?=(an|ang|ao|e|en|eng|ih|o|ou|u|ui|un|ung|uan)(?![a-z]))");

    private static final char BREVE = '\u0306';
    private static final char CARON = '\u030C';
    private static final char UMLAUT = '\u0308';

    private LatinSounds() {}

    /** A word; hyphens and apostrophes part syllables, and are not heard. */
    static Sound of(String word) {
        var heard = new StringBuilder();
        for (var part : plain(word).split("[^a-zA-Z]+", -1)) {
            heard.append(spoken(part));
        }
        return new Sound(settled(heard));
    }

    /** A word in every romanisation that it can be; the likeliest first. */
    static List<Sound> all(String word) {
        return Stream.of(word, spelledOut(word), WADE_J.matcher(word).replaceAll("r"))
                .map(LatinSounds::of)
                .distinct()
                .toList();
    }

    /** Of Pinyin: ts for c, as in Cao; anything else as it was. */
    static String spelledOut(String word) {
        return PINYIN_C.matcher(word).replaceAll("ts");
    }

    /**
     * Small letters without marks, except that marked vowels become those of {@link Sound}: ŏ and ŭ
     * of McCune-Reischauer, also with the caron that is typed for want of a breve.
     */
    private static String plain(String word) {
        var small = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var letters = new StringBuilder();
        for (int i = 0; i < small.length(); i++) {
            char letter = small.charAt(i);
            int before = letters.length() - 1;
            if (letter == BREVE || letter == CARON) {
                replace(letters, before, "o", "E");
                replace(letters, before, "u", "W");
            } else if (letter == UMLAUT) {
                replace(letters, before, "a", "A");
                replace(letters, before, "o", "O");
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    private static void replace(StringBuilder letters, int at, String from, String to) {
        if (at >= 0 && letters.charAt(at) == from.charAt(0)) {
            letters.replace(at, at + 1, to);
        }
    }

    private static String spoken(String part) {
        var heard = new StringBuilder();
        int i = 0;
        while (i < part.length()) {
            int length = Math.min(MAX_LETTERS, part.length() - i);
            while (length > 1 && !isRule(part, i, length)) {
                length--;
            }
            heard.append(RULES.getOrDefault(part.substring(i, i + length), ""));
            i += length;
        }
        return heard.toString();
    }

    /**
     * A y, w or j that belongs to the next vowel is not part of the one before: Sa-ya, not Sai-a.
     */
    private static boolean isRule(String part, int from, int length) {
        var letters = part.substring(from, from + length);
        char last = letters.charAt(length - 1);
        boolean endsInGlide = last == 'y' || last == 'w' || last == 'j';
        int next = from + length;
        boolean vowelFollows = next < part.length() && "aeiouEWAO".indexOf(part.charAt(next)) >= 0;
        return RULES.containsKey(letters) && !(endsInGlide && vowelFollows);
    }

    /** A vowel before a vowel is a glide, a glide before none a vowel; nothing is heard twice. */
    static String settled(CharSequence heard) {
        var settled = new StringBuilder();
        for (int i = 0; i < heard.length(); i++) {
            char next = i + 1 < heard.length() ? heard.charAt(i + 1) : ' ';
            char one = settledOne(heard.charAt(i), next);
            int last = settled.length() - 1;
            char before = last < 0 ? ' ' : settled.charAt(last);
            boolean same = one == before || (one == 'i' && before == 'y') || isSilent(one, next);
            if (one == 'y' && before == 'i' && last > 0) {
                settled.setCharAt(last, 'y');
            } else if (!same) {
                settled.append(one);
            }
        }
        return settled.toString();
    }

    private static char settledOne(char phoneme, char next) {
        boolean vowelNext = next != ' ' && Sound.isVowel(next);
        return switch (phoneme) {
            case 'i' -> vowelNext && next != 'i' ? 'y' : 'i';
            case 'u' -> vowelNext && next != 'u' ? 'w' : 'u';
            case 'y' -> vowelNext || next == 'w' ? 'y' : 'i';
            case 'w' -> vowelNext ? 'w' : 'u';
            default -> phoneme;
        };
    }

    /** An h that no vowel follows, a y before i and a w before u. */
    private static boolean isSilent(char phoneme, char next) {
        return switch (phoneme) {
            case 'h' -> next == ' ' || !(Sound.isVowel(next) || Sound.isGlide(next));
            case 'y' -> next == 'i';
            case 'w' -> next == 'u';
            default -> false;
        };
    }
}
