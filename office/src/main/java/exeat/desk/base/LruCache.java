package exeat.desk.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few things that are costly to make and never change, those that were asked for last. Losing one
 * costs time alone; two who ask for the same at once may both make it.
 */
public final class LruCache<K, V> {

    private final int most;

    /** Owned by this object's lock. */
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most how many are kept at a time
     */
    public LruCache(int most) {
        this.most = most;
    }

    public V get(K key, Supplier<V> make) {
        var known = known(key);
        if (known != null) {
            return known;
        }
        var made = make.get();
        keep(key, made);
        return made;
    }

    private synchronized @Nullable V known(K key) {
        return kept.get(key);
    }

    private synchronized void keep(K key, V made) {
        kept.put(key, made);
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
