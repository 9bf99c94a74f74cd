package exeat.identity.sound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cyrillic as a sound: Russian and its neighbours, Palladius' spelling of Chinese and Kontsevich's
 * of Korean.
 */
final class CyrillicSounds {

    /** Sounds of two letters, then of one; signs and letters not in here are dropped. */
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("дж", "c"),
                    Map.entry("дз", "c"),
                    Map.entry("чж", "c"),
                    Map.entry("тс", "c"),
                    Map.entry("кх", "k"),
                    Map.entry("тх", "t"),
                    Map.entry("пх", "p"),
                    Map.entry("нъ", "g"),
                    Map.entry("нг", "g"),
                    Map.entry("ай", "A"),
                    Map.entry("эй", "e"),
                    Map.entry("ей", "e"),
                    Map.entry("ой", "O"),
                    Map.entry("ый", "i"),
                    Map.entry("ий", "i"),
                    Map.entry("ау", "ao"),
                    Map.entry("оу", "u"),
                    Map.entry("ое", "O"),
                    Map.entry("а", "a"),
                    Map.entry("б", "p"),
                    Map.entry("в", "v"),
                    Map.entry("г", "k"),
                    Map.entry("ґ", "k"),
                    Map.entry("д", "t"),
                    Map.entry("е", "e"),
                    Map.entry("ё", "yo"),
                    Map.entry("є", "ye"),
                    Map.entry("ж", "c"),
                    Map.entry("з", "c"),
                    Map.entry("и", "i"),
                    Map.entry("і", "i"),
                    Map.entry("ї", "i"),
                    Map.entry("й", "y"),
                    Map.entry("к", "k"),
                    Map.entry("л", "l"),
                    Map.entry("м", "m"),
                    Map.entry("н", "n"),
                    Map.entry("о", "o"),
                    Map.entry("ө", "O"),
                    Map.entry("п", "p"),
                    Map.entry("р", "r"),
                    Map.entry("с", "s"),
                    Map.entry("т", "t"),
                    Map.entry("у", "u"),
                    Map.entry("ў", "w"),
                    Map.entry("ү", "u"),
                    Map.entry("ф", "f"),
                    Map.entry("х", "h"),
                    Map.entry("ц", "c"),
                    Map.entry("ч", "c"),
                    Map.entry("ш", "s"),
                    Map.entry("щ", "s"),
                    Map.entry("ы", "W"),
                    Map.entry("э", "e"),
                    Map.entry("ю", "yu"),
                    Map.entry("я", "ya"));

    private static final Pattern CLOSING_N = Pattern.compile("н(?![ьъаеёиіїоуыэюяй])");

    private CyrillicSounds() {}

    /**
     * As Russian is read; and as Chinese and Korean are spelled, where an н that closes a syllable
     * is ng, and нь is n.
     */
    static List<Sound> all(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        var spelled = CLOSING_N.matcher(small).replaceAll("нъ");
        return Stream.of(small, spelled).map(CyrillicSounds::read).distinct().toList();
    }

    private static Sound read(String small) {
        var heard = new StringBuilder();
        int i = 0;
        while (i < small.length()) {
            var pair = i + 1 < small.length() ? RULES.get(small.substring(i, i + 2)) : null;
            heard.append(pair == null ? RULES.getOrDefault(small.substring(i, i + 1), "") : pair);
            i += pair == null ? 1 : 2;
        }
        return new Sound(LatinSounds.settled(heard));
    }
}
