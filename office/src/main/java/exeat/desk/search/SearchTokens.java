package exeat.desk.search;

import exeat.casework.value.Traveller;
import exeat.store.Bytes;
import exeat.store.key.MasterKeys;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The keyed hashes by which people are found. Each is of one word of a name, or of its beginning,
 * together with the date of birth: equal ones tell little, since hardly two people share both. They
 * are filled up to a multiple of eight, so that their number does not tell how many names somebody
 * has.
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
        tokens.addAll(whole(words, traveller.birthDate()));
        tokens.addAll(beginning(words, traveller.birthDate()));
        for (int n = 1; tokens.isEmpty() || tokens.size() % FULL != 0; n++) {
            tokens.add(token("full", place, Integer.toString(n)));
        }
        return List.copyOf(tokens);
    }

    /** The tokens of whole words. */
    List<Long> whole(Collection<String> words, LocalDate born) {
        return tokens("whole", words, born);
    }

    /** The tokens of the beginnings of words. */
    List<Long> beginning(Collection<String> words, LocalDate born) {
        return tokens("beginning", NameWords.prefixes(words), born);
    }

    private List<Long> tokens(String kind, Collection<String> words, LocalDate born) {
        var tokens = new ArrayList<Long>();
        words.forEach(word -> tokens.add(token(kind, word, born.toString())));
        return tokens;
    }

    private long token(String kind, String word, String with) {
        return ByteBuffer.wrap(key.hash(Bytes.utf8(kind + "\0" + word + "\0" + with)).array())
                .getLong();
    }
}
