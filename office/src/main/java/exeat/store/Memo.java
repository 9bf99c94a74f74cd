package exeat.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was last worked out of something: for that which is told with every batch and changes once a
 * year.
 */
public final class Memo<K, V> {

    private record Known<K, V>(K key, V value) {}

    private volatile @Nullable Known<K, V> known;

    /** The value of an equal key, or this one's, which is remembered in its place. */
    public V of(K key, Function<K, V> work) {
        var last = known;
        if (last != null && last.key().equals(key)) {
            return last.value();
        }
        var value = work.apply(key);
        known = new Known<>(key, value);
        return value;
    }
}
