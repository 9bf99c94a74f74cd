package exeat.desk.search;

import exeat.casework.value.Traveller;
import exeat.casework.value.birth.BirthDate;
import exeat.store.Bytes;
import exeat.store.key.MasterKeys;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keyed hashes by which people are found. Each is of one word of a name, or of its beginning,
 * together with the date of birth: equal ones tell little, since hardly two people share both. Of a
 * date that is known in part it is the month or the year, or each year of the days between which it
 * is, and a search for a day searches its month and its year too. They are filled up to a multiple
 * of eight, so that their number does not tell how many names somebody has.
 */
public final class SearchTokens {

    private static final String PURPOSE = "search";
    private static final int FULL = 8;

    private final MasterKeys.Derived key;

    /** Tokens under a key that was derived from one master key. */
    private SearchTokens(MasterKeys.Derived key) {
        this.key = key;
    }

    /** Under the newest master key there is, as the file has it now. */
    public static SearchTokens newest(MasterKeys masters) {
        return new SearchTokens(masters.derivedOfNewest(PURPOSE));
    }

    /** Under each master key, as the file has them now. */
    public static List<SearchTokens> all(MasterKeys masters) {
        return masters.derived(PURPOSE).stream().map(SearchTokens::new).toList();
    }

    /** The number of the master key. */
    public String number() {
        return key.number();
    }

    /**
     * All tokens of a traveller, in ascending order.
     *
     * @param place of the traveller: {@code case/...#1}
     */
    public List<Long> of(Traveller traveller, String place) {
        var words = NameWords.of(traveller.names());
        var tokens = new TreeSet<Long>();
        for (var born : with(traveller.birthDate())) {
            tokens.addAll(tokens("whole", words, born));
            tokens.addAll(tokens("beginning", NameWords.prefixes(words), born));
        }
        for (int n = 1; tokens.isEmpty() || tokens.size() % FULL != 0; n++) {
            tokens.add(token("full", place, Integer.toString(n)));
        }
        return List.copyOf(tokens);
    }

    /** The words with which the tokens of a date of birth are made. */
    private static List<String> with(BirthDate born) {
        return switch (born.precision()) {
            case DAY -> List.of(born.earliest().toString());
            case MONTH, YEAR -> List.of(born.text());
            case BETWEEN ->
                    IntStream.rangeClosed(born.earliest().getYear(), born.latest().getYear())
                            .mapToObj(year -> BirthDate.of(Year.of(year)).text())
                            .toList();
        };
    }

    /** The tokens of whole words with a day: those of the day, of its month, and of its year. */
    List<List<Long>> whole(Collection<String> words, LocalDate born) {
        return each("whole", words, born);
    }

    /** The tokens of the beginnings of words. */
    List<List<Long>> beginning(Collection<String> words, LocalDate born) {
        return each("beginning", NameWords.prefixes(words), born);
    }

    private List<List<Long>> each(String kind, Collection<String> words, LocalDate born) {
        return Stream.of(
                        BirthDate.of(born),
                        BirthDate.of(YearMonth.from(born)),
                        BirthDate.of(Year.from(born)))
                .map(date -> tokens(kind, words, date.text()))
                .toList();
    }

    private List<Long> tokens(String kind, Collection<String> words, String born) {
        return words.stream().map(word -> token(kind, word, born)).toList();
    }

    private long token(String kind, String word, String with) {
        return ByteBuffer.wrap(key.hash(Bytes.utf8(kind + "\0" + word + "\0" + with)).array())
                .getLong();
    }
}
