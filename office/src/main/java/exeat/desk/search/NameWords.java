package exeat.desk.search;

import exeat.casework.value.PersonName;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of names in the form in which they are compared: Unicode NFKC, without case, marks and
 * punctuation. A name in Han or Hangul is one word, since people write it with and without spaces.
 * The same name in two scripts gives different words.
 */
final class NameWords {

    /** A word of so many letters or more is also found by its first ones. */
    static final int PREFIX = 3;

    /** Letters that Unicode does not take apart into a letter and a mark. */
    private static final List<List<String>> PLAIN =
            List.of(
                    List.of("æ", "ae"),
                    List.of("œ", "oe"),
                    List.of("ø", "o"),
                    List.of("ł", "l"),
                    List.of("đ", "d"),
                    List.of("ð", "d"),
                    List.of("þ", "th"),
                    List.of("ı", "i"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WHOLE = Pattern.compile("[\\p{IsHan}\\p{IsHangul}]+");

    private NameWords() {}

    /** The words by which somebody with these names is found, without doubles. */
    static SequencedSet<String> of(Collection<PersonName> names) {
        var words = new LinkedHashSet<String>();
        for (var name : names) {
            words.addAll(split(name.family() + " " + name.given(), true));
            words.addAll(split(name.full(), true));
        }
        return words;
    }

    /** The words that somebody typed; empty if there is no letter among them. */
    static SequencedSet<String> typed(String text) {
        return split(text, false);
    }

    /**
     * Splits a name.
     *
     * @param parts whether a name with dashes, or in Han or Hangul, also gives its parts
     */
    private static SequencedSet<String> split(String text, boolean parts) {
        var plain = plain(text);
        var words = new LinkedHashSet<String>();
        var joined = NO_LETTERS.matcher(plain).replaceAll("");
        if (WHOLE.matcher(joined).matches()) {
            words.add(joined);
            if (!parts) {
                return words;
            }
        }
        SPACES.splitAsStream(plain)
                .flatMap(word -> parts ? withParts(word) : DASHES.splitAsStream(word))
                .map(word -> NO_LETTERS.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }

    private static Stream<String> withParts(String word) {
        return Stream.concat(Stream.of(word), DASHES.splitAsStream(word));
    }

    /** The beginning by which a word is also found; the word itself where it is short. */
    static String prefix(String word) {
        boolean whole =
                WHOLE.matcher(word).matches() || word.codePointCount(0, word.length()) <= PREFIX;
        return whole ? word : word.substring(0, word.offsetByCodePoints(0, PREFIX));
    }

    private static String plain(String text) {
        var upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var apart = Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var bare = MARKS.matcher(apart).replaceAll("");
        for (var letter : PLAIN) {
            bare = bare.replace(letter.getFirst(), letter.getLast());
        }
        return Normalizer.normalize(bare, Normalizer.Form.NFKC);
    }

    /** Whether each word that was typed is one of these, or begins one if that is allowed. */
    static boolean match(Collection<String> typed, Collection<String> words, boolean beginning) {
        return typed.stream()
                .allMatch(one ->
                        words.stream()
                                .anyMatch(word ->
                                        word.equals(one) || (beginning && word.startsWith(one))));
    }

    /** The beginnings of these words. */
    static SequencedSet<String> prefixes(Collection<String> words) {
        return words.stream()
                .map(NameWords::prefix)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
