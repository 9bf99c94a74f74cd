package exeat.rules.fact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Facts about one traveller. A name that is not here is <em>unknown</em>: nobody has said anything
 * of it, which is not the same as {@link Value.Absent}.
 *
 * @param values immutable, in the order of the names
 * @param sets of facts whose value is not known, what is: it is one of several; likewise
 */
public record Facts(Map<FactName, Value> values, Map<FactName, ValueSet> sets) {

    public static final Facts NONE = new Facts(Map.of());

    /**
     * @throws IllegalArgumentException if a fact has a value and a set
     */
    public Facts {
        values = FactMap.copyOf(values);
        sets = sets.isEmpty() ? Map.of() : FactMap.copyOf(sets);
        if (!sets.isEmpty() && sets.keySet().stream().anyMatch(values::containsKey)) {
            throw new IllegalArgumentException("a fact with a value and a set of values");
        }
    }

    /** Facts that each have one value. */
    public Facts(Map<FactName, Value> values) {
        this(values, Map.of());
    }

    /** The fact's value; empty when it is unknown, or known as one of several. */
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
        return new Facts(more, without(name));
    }

    /** These facts with one more that is known as one of several values. */
    public Facts with(FactName name, ValueSet set) {
        var fewer = new TreeMap<>(values);
        fewer.remove(name);
        var more = new TreeMap<>(sets);
        more.put(name, set);
        return new Facts(fewer, more);
    }

    /** These facts and others; where both know one, it is as the others say. */
    public Facts withAll(Facts others) {
        var more = new TreeMap<>(values);
        more.keySet().removeAll(others.sets.keySet());
        more.putAll(others.values);
        var moreSets = new TreeMap<>(sets);
        moreSets.keySet().removeAll(others.values.keySet());
        moreSets.putAll(others.sets);
        return new Facts(more, moreSets);
    }

    /** These facts without any that are not among some. */
    public Facts only(Set<FactName> names) {
        var fewer = new TreeMap<>(values);
        fewer.keySet().retainAll(names);
        var fewerSets = new TreeMap<>(sets);
        fewerSets.keySet().retainAll(names);
        return new Facts(fewer, fewerSets);
    }

    private Map<FactName, ValueSet> without(FactName name) {
        if (!sets.containsKey(name)) {
            return sets;
        }
        var fewer = new TreeMap<>(sets);
        fewer.remove(name);
        return fewer;
    }
}
