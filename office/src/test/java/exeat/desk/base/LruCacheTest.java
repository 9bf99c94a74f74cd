package exeat.desk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LruCacheTest {

    private final List<String> made = new ArrayList<>();
    private final LruCache<String, String> kept = new LruCache<>(2);

    private String get(String key) {
        return kept.get(
                key,
                () -> {
                    made.add(key);
                    return "of " + key;
                });
    }

    @Test
    void what_was_asked_for_last_is_kept_and_what_nobody_asks_for_is_made_again() {
        assertThat(get("a")).isEqualTo("of a");
        get("b");
        get("a");
        assertThat(made).containsExactly("a", "b");
        get("c");
        assertThat(get("a")).isEqualTo("of a");
        assertThat(made).containsExactly("a", "b", "c");
        get("b");
        assertThat(made).containsExactly("a", "b", "c", "b");
    }
}
