package exeat.desk.papers;

import com.ibm.icu.text.Transliterator;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.papers.mrz.Hangul;
import exeat.papers.mrz.MrzName;
import exeat.papers.mrz.Transliteration;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A traveller's name in the letters A to Z: as they wrote it in Latin letters, or else a proposal
 * by the rule for its script. A name in Han is read as Mandarin only for citizens of the state that
 * spells its citizens so; for anybody else it would be another name. Nobody's is guessed.
 *
 * @param name its components
 * @param own whether the person wrote it so
 */
record LatinName(MrzName name, boolean own) {

    private static final String PINYIN = "CN";

    /** A zone has none in its names (Doc 9303 part 3, section 4.6). */
    private static final Pattern DIGITS = Pattern.compile("\\p{N}+");

    private static final Map<String, Transliteration> CYRILLIC =
            Map.of(
                    "BY",
                    Transliteration.BELARUSIAN,
                    "BG",
                    Transliteration.BULGARIAN,
                    "MK",
                    Transliteration.MACEDONIAN,
                    "RS",
                    Transliteration.SERBIAN,
                    "UA",
                    Transliteration.UKRAINIAN);

    /**
     * The Latin name of a traveller; empty if no rule is known for any script in which they wrote
     * it.
     */
    static Optional<LatinName> of(Traveller traveller) {
        var names = traveller.names();
        var han = PINYIN.equals(traveller.nationality()) ? "Hani" : "";
        return Stream.of("Latn", han, "Hang", "Cyrl")
                .flatMap(script -> names.stream().filter(name -> name.script().equals(script)))
                .flatMap(name -> spelled(name, traveller.nationality()).stream())
                .findFirst();
    }

    private static Optional<LatinName> spelled(PersonName name, String nationality) {
        var family = components(name.script(), name.family(), nationality);
        var given = components(name.script(), name.given(), nationality);
        if (family.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        // A single name is the primary identifier.
        boolean single = family.get().isEmpty();
        var primary = single ? given.get() : family.get();
        return primary.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LatinName(
                                new MrzName(primary, single ? List.of() : given.get()),
                                name.script().equals("Latn")));
    }

    /**
     * The spelling of one part of a name, without digits; empty if a letter of it cannot be
     * spelled.
     */
    private static Optional<List<String>> components(
            String script, String written, String nationality) {
        var part = DIGITS.matcher(written).replaceAll("").strip();
        if (part.isEmpty()) {
            return Optional.of(List.of());
        }
        return switch (script) {
            case "Hang" -> Hangul.spelled(part).map(List::of);
            case "Hani" -> pinyin(part).map(List::of);
            case "Cyrl" ->
                    CYRILLIC.getOrDefault(nationality, Transliteration.GENERAL).components(part);
            default -> Transliteration.GENERAL.components(part);
        };
    }

    /** Without tones and in one word, as the passports of that state have it: 吕 is LYU there. */
    private static Optional<String> pinyin(String part) {
        var read = Transliterator.getInstance("Han-Latin/Names").transliterate(part);
        var text =
                Normalizer.normalize(read.replaceAll("[ \u00b7\u30fb]", ""), Normalizer.Form.NFD)
                        .replace("u\u0308", "yu")
                        .replaceAll("\\p{Mn}", "")
                        .toUpperCase(Locale.ROOT);
        return text.matches("[A-Z]+") ? Optional.of(text) : Optional.empty();
    }
}
