package exeat.rules.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a table's inputs, encoded once for every decision over them. Immutable. Comes from
 * {@link CompiledTable#encode}.
 */
public final class EncodedFacts {

    private final CompiledTable table;
    private final long[] slots;
    private final @Nullable Object[] values;

    EncodedFacts(CompiledTable table, long[] slots, @Nullable Object[] values) {
        this.table = table;
        this.slots = slots;
        this.values = values;
    }

    /**
     * The value of an input as a whole number that stands to the other values of this input as the
     * value does: texts, truths and null by their place in a list, numbers scaled and doubled (odd
     * between two numbers of the scale), dates as days since 1970-01-01, doubled.
     *
     * @param input its place in {@link CompiledTable#inputs}
     */
    public long slot(int input) {
        return slots[input];
    }

    /** The values as they were given, by input; null where there is none. */
    public Map<String, @Nullable Object> values() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < values.length; at++) {
            map.put(table.inputs().get(at), values[at]);
        }
        return Collections.unmodifiableMap(map);
    }

    long[] slots(CompiledTable asking) {
        if (asking != table) {
            throw new IllegalArgumentException("these facts were encoded by another table");
        }
        return slots;
    }
}
