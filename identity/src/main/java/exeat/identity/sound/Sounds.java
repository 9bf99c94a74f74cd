package exeat.identity.sound;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sounds of written words. */
public final class Sounds {

    /** A character with two readings, twice in a name, and not more: names have three or four. */
    private static final int MAX_READINGS = 4;

    private static final class Other {
        private static final Transliterator LATIN =
                Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }

    private Sounds() {}

    /**
     * As it is compared: composed, compatibility characters (李 U+F9E1, half-width letters) as the
     * characters that they stand for, small letters.
     */
    public static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The same for all forms of a Han character, so that 习近平 and 習近平 are equal. */
    public static String folded(String word) {
        var plain = plain(word);
        if (Writing.of(plain) != Writing.HAN) {
            return plain;
        }
        var folded = new StringBuilder();
        plain.codePoints()
                .map(letter ->
                        HanReadings.isHan(letter) ? HanReadings.get().folded(letter) : letter)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    public static Writing writing(String word) {
        return Writing.of(word);
    }

    /**
     * How a word can be read, by language: of Han characters in Korean and in Mandarin, as far as
     * each can read all of them, of other letters the one way.
     *
     * @param plain from {@link #plain}
     * @return the likeliest first, at most {@value #MAX_READINGS} in a language; empty if it says
     *     nothing
     */
    public static List<List<Sound>> of(String plain) {
        return switch (Writing.of(plain)) {
            case HAN -> han(plain);
            case HANGUL -> heard(HangulSounds.all(plain));
            case CYRILLIC -> heard(CyrillicSounds.all(plain));
            case LATIN -> heard(LatinSounds.all(plain));
            case OTHER -> heard(List.of(LatinSounds.of(Other.LATIN.transliterate(plain))));
        };
    }

    private static List<List<Sound>> heard(List<Sound> sounds) {
        return sounds.getFirst().isSilent() ? List.of() : List.of(sounds);
    }

    private static List<List<Sound>> han(String word) {
        var readings = HanReadings.get();
        Set<String> korean = Set.of("");
        Set<String> mandarin = Set.of("");
        for (int letter : word.codePoints().filter(HanReadings::isHan).toArray()) {
            korean = extended(korean, readings.korean(letter), "");
            mandarin = extended(mandarin, readings.mandarin(letter), "'");
        }
        return Stream.of(
                        korean.stream()
                                .map(HangulSounds::all)
                                .flatMap(List::stream)
                                .distinct()
                                .toList(),
                        mandarin.stream().map(LatinSounds::of).distinct().toList())
                .filter(language -> !language.isEmpty())
                .toList();
    }

    /** Each beginning with each next syllable; none is left if the next cannot be read. */
    private static Set<String> extended(Set<String> begun, List<String> next, String between) {
        return begun.stream()
                .flatMap(one -> next.stream().map(syllable -> one + syllable + between))
                .limit(MAX_READINGS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
