package exeat.papers.mrz;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Spells names in the letters A to Z, as tables A and B of Doc 9303 part 3, section 6, recommend
 * for Latin and Cyrillic letters. Where a table offers several spellings it is the first, except
 * for Ñ, which is N. It is a proposal: what the person's own passport or wish says goes before it.
 *
 * <p>Two letters are under a wrong code point in table B: what it says of Ғ (U+0492) and Һ (U+04BA)
 * is said here of the Macedonian Ѓ and the Serbian Ћ. Soft signs are left out.
 */
public enum Transliteration {

    /** Table B without its exceptions, as for Russian. */
    GENERAL(Map.of(), Map.of()),
    BELARUSIAN(Map.of('Ё', "IO", 'Г', "H"), Map.of()),
    BULGARIAN(Map.of('Щ', "SHT"), Map.of()),
    MACEDONIAN(Map.of('Ќ', "KJ", 'Џ', "DJ", 'Х', "H", 'Ц', "C", 'Ѓ', "GJ"), Map.of()),
    SERBIAN(Map.of('Г', "H", 'Ж', "Z", 'Х', "H", 'Ц', "C", 'Ч', "C", 'Ш', "S"), Map.of()),
    UKRAINIAN(
            Map.of('Г', "H", 'И', "Y"),
            Map.of('Є', "YE", 'Ї', "YI", 'Й', "Y", 'Ю', "YU", 'Я', "YA"));

    private static final Map<Character, String> LATIN =
            Map.ofEntries(
                    Map.entry('Ä', "AE"),
                    Map.entry('Å', "AA"),
                    Map.entry('Æ', "AE"),
                    Map.entry('Ð', "D"),
                    Map.entry('Ö', "OE"),
                    Map.entry('Ø', "OE"),
                    Map.entry('Ü', "UE"),
                    Map.entry('Þ', "TH"),
                    Map.entry('Đ', "D"),
                    Map.entry('Ħ', "H"),
                    Map.entry('ı', "I"),
                    Map.entry('Ĳ', "IJ"),
                    Map.entry('Ŀ', "L"),
                    Map.entry('Ł', "L"),
                    Map.entry('Ŋ', "N"),
                    Map.entry('Œ', "OE"),
                    Map.entry('Ŧ', "T"),
                    Map.entry('ẞ', "SS"));

    private static final Map<Character, String> CYRILLIC = cyrillic();

    /** Left out: soft signs, apostrophes, other punctuation, and marks that belong to no letter. */
    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{P}\\p{S}\\p{Mn}ʼЬ]");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd},]+");

    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<Character, String> exceptions;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<Character, String> asFirst;

    Transliteration(Map<Character, String> exceptions, Map<Character, String> asFirst) {
        this.exceptions = exceptions;
        this.asFirst = asFirst;
    }

    private static Map<Character, String> cyrillic() {
        var letters = new HashMap<Character, String>();
        var pairs =
                "ЁE ЂD ЄIE ЅDZ ІI ЇI ЈJ ЉLJ ЊNJ ЌK ЎU ЏDZ АA БB ВV ГG ДD ЕE ЖZH ЗZ ИI ЙI КK ЛL МM НN"
                        + " ОO ПP РR СS ТT УU ФF ХKH ЦTS ЧCH ШSH ЩSHCH ЪIE ЫY ЭE ЮIU ЯIA ѪU ѴY ҐG ҒG"
                        + " ЃG ЋC";
        for (var pair : pairs.split(" ", -1)) {
            letters.put(pair.charAt(0), pair.substring(1));
        }
        return Map.copyOf(letters);
    }

    /**
     * The components of a name, such as {@code [MARIE, ELISE]} of <i>Marie-Élise</i>; empty if a
     * letter is in none of the tables, such as one in Hangul: then the person says how it is
     * spelled.
     */
    public Optional<List<String>> components(String name) {
        var upper = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
        var components = new ArrayList<String>();
        for (var part : SEPARATORS.split(upper, -1)) {
            var spelled = spelled(part);
            if (spelled.isEmpty()) {
                return Optional.empty();
            }
            if (!spelled.get().isEmpty()) {
                components.add(spelled.get());
            }
        }
        return components.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(components));
    }

    private Optional<String> spelled(String part) {
        var text = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < part.length(); i++) {
            char letter = part.charAt(i);
            if (isSilent(letter)) {
                continue;
            }
            var spelled = letter(letter, first);
            if (spelled.isEmpty()) {
                return Optional.empty();
            }
            text.append(spelled.get());
            first = false;
        }
        return Optional.of(text.toString());
    }

    private static boolean isSilent(char letter) {
        return LEFT_OUT.matcher(String.valueOf(letter)).matches();
    }

    private Optional<String> letter(char letter, boolean first) {
        if (letter >= 'A' && letter <= 'Z') {
            return Optional.of(String.valueOf(letter));
        }
        var tables = new ArrayList<Map<Character, String>>();
        if (first) {
            tables.add(asFirst);
        }
        tables.addAll(List.of(exceptions, CYRILLIC, LATIN));
        return tables.stream()
                .map(table -> Optional.ofNullable(table.get(letter)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> withoutMarks(letter));
    }

    /** The rest of table A, and what it does not list: a letter A to Z with marks loses them. */
    private static Optional<String> withoutMarks(char letter) {
        var parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        boolean marked =
                parts.charAt(0) >= 'A'
                        && parts.charAt(0) <= 'Z'
                        && parts.chars()
                                .skip(1)
                                .allMatch(mark ->
                                        Character.getType(mark) == Character.NON_SPACING_MARK);
        return marked ? Optional.of(parts.substring(0, 1)) : Optional.empty();
    }
}
