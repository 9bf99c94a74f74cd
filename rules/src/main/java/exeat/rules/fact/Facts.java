package exeat.rules.fact;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Facts about one traveller. A name that is not here is <em>unknown</em>: nobody has said anything
 * of it, which is not the same as {@link Value.Absent}.
 *
 * @param values immutable, in the order of the names
 */
public record Facts(Map<FactName, Value> values) {

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The fact's value; empty when it is unknown. */
    public Optional<Value> value(FactName name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean knows(FactName name) {
        return values.containsKey(name);
    }

    /** These facts with one more, or with one corrected. */
    public Facts with(FactName name, Value value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return new Facts(more);
    }

    public Facts withAll(Facts others) {
        var more = new TreeMap<>(values);
        more.putAll(others.values);
        return new Facts(more);
    }
}
