package exeat.desk.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded map that drops the entry that was used longest ago. For what is needed again soon after
 * it was written, and then never: {@link Caches} keep what was read often, which there is the old.
 * Safe to share between threads.
 */
public final class RecentlyUsed<K, V> {

    private final Map<K, V> entries;

    /**
     * Starts empty.
     *
     * @param max entries at a time
     */
    public RecentlyUsed(int max) {
        entries =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > max;
                    }
                };
    }

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }
}
