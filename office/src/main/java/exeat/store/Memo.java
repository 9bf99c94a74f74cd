package exeat.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last result of a function, for inputs that come with every batch and rarely change.
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
