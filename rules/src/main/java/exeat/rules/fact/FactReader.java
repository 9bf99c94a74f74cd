package exeat.rules.fact;

import exeat.rules.fact.FactDefinition.FactType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts of one vocabulary from values as readers of JSON and CSV give them. Each fact has a
 * place, in the order of the names; what a reader makes is in the form from which its directive
 * decides soonest.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class FactReader {

    private static final Value TRUE = Value.of(true);
    private static final Value FALSE = Value.of(false);

    private final FactName[] names;
    private final FactDefinition[] facts;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * The known words for each place, where there are few: listed texts, true and false, absence.
     */
    private final List<Map<String, Value>> words;

    public FactReader(Vocabulary vocabulary) {
        this.facts = vocabulary.facts().toArray(FactDefinition[]::new);
        Arrays.sort(facts, (one, other) -> one.name().compareTo(other.name()));
        this.names = Arrays.stream(facts).map(FactDefinition::name).toArray(FactName[]::new);
        this.words = Arrays.stream(facts).map(FactReader::words).toList();
        for (int place = 0; place < facts.length; place++) {
            places.put(names[place].text(), place);
        }
    }

    private static Map<String, Value> words(FactDefinition fact) {
        var words = new HashMap<String, Value>();
        var known = new ArrayList<>(fact.values());
        known.addAll(List.of("true", "false", "absent", "withheld"));
        known.forEach(word -> fact.parse(word).ifPresent(value -> words.put(word, value)));
        return words;
    }

    /** How many places there are. */
    public int size() {
        return facts.length;
    }

    /** The place of the fact of this name; negative where the vocabulary has none. */
    public int place(String name) {
        return places.getOrDefault(name, -1);
    }

    public FactDefinition fact(int place) {
        return facts[place];
    }

    /** The names by place. For the matcher, which knows facts of these names by their place. */
    FactName[] names() {
        return names;
    }

    /**
     * What {@link FactDefinition#parse} makes of a text, and sooner.
     *
     * @return empty when the text is no value that the vocabulary allows
     */
    public Optional<Value> parse(int place, String text) {
        return Optional.ofNullable(ofText(place, text));
    }

    private @Nullable Value ofText(int place, String text) {
        var value = soon(place, text);
        return value == null ? facts[place].parse(text).orElse(null) : value;
    }

    /** The value of a text that is written plainly; null of others. */
    private @Nullable Value soon(int place, String text) {
        var word = words.get(place).get(text);
        if (word != null || facts[place].type() != FactType.DATE) {
            return word;
        }
        var day = PlainText.day(text);
        return day == null ? null : new Value.Day(day);
    }

    /**
     * The value that a reader of JSON gives: a truth, a number, or a text as {@link #parse} takes
     * it.
     *
     * @return empty when the text is no value that the vocabulary allows
     * @throws IllegalArgumentException if it is neither truth nor number nor text
     */
    public Optional<Value> value(int place, Object raw) {
        return Optional.ofNullable(ofRaw(place, raw));
    }

    private @Nullable Value ofRaw(int place, Object raw) {
        return switch (raw) {
            case String text -> ofText(place, text);
            case BigDecimal number -> new Value.Quantity(number);
            case Integer number -> Value.of(number.longValue());
            case Long number -> Value.of(number.longValue());
            case Boolean truth -> truth ? TRUE : FALSE;
            case LocalDate day -> Value.of(day);
            default -> throw new IllegalArgumentException("neither truth, number nor text");
        };
    }

    /**
     * The facts of a map of raw values.
     *
     * @param raw by name; see {@link #value}
     * @throws IllegalArgumentException if the vocabulary has no such fact, or a text is no value of
     *     it
     */
    public Facts read(Map<String, ?> raw) {
        var values = new @Nullable Object[facts.length];
        int found = 0;
        for (int place = 0; place < values.length; place++) {
            var given = raw.get(names[place].text());
            if (given != null) {
                var value = ofRaw(place, given);
                if (value == null) {
                    throw new IllegalArgumentException("no value of " + names[place]);
                }
                values[place] = value;
                found++;
            }
        }
        if (found < raw.size()) {
            throw new IllegalArgumentException("a fact of no such name, or null as a value");
        }
        return new Facts(new FactMap<>(names, values), Map.of());
    }

    /** Somebody's facts, one by one. */
    public Row row() {
        return new Row();
    }

    /** The facts of one person while they are read; for one thread, and one person. */
    public final class Row {

        private final @Nullable Object[] values = new @Nullable Object[facts.length];

        private Row() {}

        public void set(int place, Value value) {
            values[place] = value;
        }

        /** What was set so far. */
        public Facts facts() {
            return new Facts(new FactMap<>(names, values.clone()), Map.of());
        }
    }
}
