package exeat.rules.fact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Translates facts of a vocabulary into the classes of values that the rules tell apart. */
public final class FactEncoder {

    private static final int UNREAD = -1;

    private final FactReader reader;
    private final ValueClasses[] inputs;

    /** The input of each fact, by the fact's place; UNREAD if no rule reads it. */
    private final int[] inputAt;

    private final Map<FactName, Integer> places = new HashMap<>();

    /**
     * @param inputs the facts that rules read, in the order of the classes
     */
    public FactEncoder(Vocabulary vocabulary, List<ValueClasses> inputs) {
        this.reader = new FactReader(vocabulary);
        this.inputs = inputs.toArray(ValueClasses[]::new);
        this.inputAt = new int[reader.size()];
        Arrays.fill(inputAt, UNREAD);
        for (int place = 0; place < reader.size(); place++) {
            places.put(reader.fact(place).name(), place);
        }
        for (int input = 0; input < inputs.size(); input++) {
            inputAt[reader.place(inputs.get(input).fact().name().text())] = input;
        }
    }

    /** Reads facts in the form that is encoded soonest. */
    public FactReader reader() {
        return reader;
    }

    /** The fact's place among the inputs; empty when no rule reads it. */
    public OptionalInt input(FactName name) {
        int input = inputAt(place(name));
        return input == UNREAD ? OptionalInt.empty() : OptionalInt.of(input);
    }

    private int place(FactName name) {
        return places.getOrDefault(name, UNREAD);
    }

    private int inputAt(int place) {
        return place < 0 ? UNREAD : inputAt[place];
    }

    /**
     * The facts as rules read them.
     *
     * @throws IllegalArgumentException if the vocabulary does not allow one of the facts
     */
    public EncodedFacts encode(Facts facts) {
        var values = atTheirPlaces(facts.values());
        var classes = new int[inputs.length];
        Arrays.fill(classes, EncodedFacts.OPEN);
        int open = classes.length;
        boolean allRead = true;
        for (int place = 0; place < inputAt.length; place++) {
            var value = values.at(place);
            int input = inputAt[place];
            if (value != null && input == UNREAD) {
                allRead = false;
                require(reader.fact(place).violation(value).isEmpty(), place);
            } else if (value != null) {
                int of = inputs[input].classOf(value);
                require(of != EncodedFacts.OPEN, place);
                classes[input] = of;
                open--;
            }
        }
        if (!facts.sets().isEmpty()) {
            return narrowed(facts, allRead ? facts.values() : read(values), classes);
        }
        var read = allRead ? facts : new Facts(read(values), Map.of());
        return EncodedFacts.of(read, classes, open == 0);
    }

    /** Converts a map to the reader's form. */
    private FactMap<Value> atTheirPlaces(Map<FactName, Value> values) {
        if (values instanceof FactMap<Value> map && map.isOver(reader.names())) {
            return map;
        }
        var placed = new @Nullable Object[reader.size()];
        for (var each : values.entrySet()) {
            int place = place(each.getKey());
            require(place >= 0, each.getKey());
            placed[place] = each.getValue();
        }
        return new FactMap<>(reader.names(), placed);
    }

    /** What rules read. */
    private FactMap<Value> read(FactMap<Value> values) {
        var read = new @Nullable Object[inputAt.length];
        for (int place = 0; place < read.length; place++) {
            read[place] = inputAt[place] == UNREAD ? null : values.at(place);
        }
        return new FactMap<>(reader.names(), read);
    }

    /** Notes the classes that are possible: where there is one, it is as good as the value. */
    private EncodedFacts narrowed(Facts facts, Map<FactName, Value> values, int[] classes) {
        var narrowed = new HashMap<Integer, BitSet>();
        var sets = new HashMap<FactName, ValueSet>();
        for (var entry : facts.sets().entrySet()) {
            var name = entry.getKey();
            int place = place(name);
            require(place >= 0, name);
            int input = inputAt[place];
            var among =
                    input == UNREAD
                            ? new ValueClasses(reader.fact(place), List.of())
                            : inputs[input];
            var possible = among.classesOf(entry.getValue());
            require(!possible.isEmpty(), place);
            if (input == UNREAD) {
                continue;
            }
            sets.put(name, entry.getValue());
            if (possible.cardinality() == 1) {
                classes[input] = possible.nextSetBit(0);
            } else {
                narrowed.put(input, possible);
            }
        }
        return new EncodedFacts(new Facts(values, sets), classes, narrowed);
    }

    private void require(boolean allowed, int place) {
        if (!allowed) {
            require(false, reader.fact(place).name());
        }
    }

    private static void require(boolean allowed, FactName name) {
        if (!allowed) {
            throw new IllegalArgumentException(
                    "the vocabulary does not allow what is given as: " + name);
        }
    }
}
