package exeat.rules.fact;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in the order of the facts' names, in two arrays. Maps of one vocabulary share
 * their names: a name without a value is not in the map.
 */
final class FactMap<V> extends AbstractMap<FactName, V> {

    private final FactName[] names;
    private final @Nullable Object[] values;
    private final int size;

    /**
     * @param names sorted, each once; not copied
     * @param values by name, null where there is none; not copied
     */
    FactMap(FactName[] names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
        int many = 0;
        for (var value : values) {
            many += value == null ? 0 : 1;
        }
        this.size = many;
    }

    static <V> FactMap<V> copyOf(Map<FactName, V> map) {
        if (map instanceof FactMap<V> same) {
            return same;
        }
        var names = map.keySet().toArray(new FactName[0]);
        Arrays.sort(names);
        var values = new @Nullable Object[names.length];
        for (int at = 0; at < names.length; at++) {
            values[at] = map.get(names[at]);
        }
        return new FactMap<>(names, values);
    }

    /** Whether the names are the same array: nothing is compared name by name. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOver(FactName[] others) {
        return names == others;
    }

    /** The value of the name at a place; null where there is none. */
    @SuppressWarnings("unchecked") // the constructors take nothing else
    @Nullable V at(int place) {
        return (V) values[place];
    }

    private int place(@Nullable Object key) {
        return key instanceof FactName name ? Arrays.binarySearch(names, name) : -1;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int place = place(key);
        return place < 0 ? null : at(place);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<FactName, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Entry<FactName, V>> iterator() {
                return new Entries();
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other instanceof FactMap<?> that && isOver(that.names)) {
            return Arrays.equals(values, that.values);
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private final class Entries implements Iterator<Entry<FactName, V>> {

        private int next = after(0);

        private int after(int from) {
            int at = from;
            while (at < values.length && values[at] == null) {
                at++;
            }
            return at;
        }

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Entry<FactName, V> next() {
            var value = next < values.length ? at(next) : null;
            if (value == null) {
                throw new NoSuchElementException();
            }
            var entry = Map.entry(names[next], value);
            next = after(next + 1);
            return entry;
        }
    }
}
