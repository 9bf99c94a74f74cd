package exeat.desk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

    private final RecentlyUsed<String, Integer> kept = new RecentlyUsed<>(100);

    @Test
    void what_was_written_last_stays_however_often_older_entries_were_read() {
        for (int n = 0; n < 100; n++) {
            kept.put("old " + n, n);
        }
        for (int time = 0; time < 20; time++) {
            for (int n = 0; n < 100; n++) {
                assertThat(kept.get("old " + n)).contains(n);
            }
        }
        for (int n = 0; n < 64; n++) {
            kept.put("new " + n, n);
        }
        for (int n = 0; n < 64; n++) {
            assertThat(kept.get("new " + n)).contains(n);
        }
    }

    @Test
    void the_entry_that_was_used_longest_ago_is_dropped() {
        IntStream.range(0, 100).forEach(n -> kept.put("key " + n, n));
        assertThat(kept.get("key 0")).contains(0);
        kept.put("key 1", 11);
        kept.put("one more", 100);
        assertThat(kept.get("key 0")).contains(0);
        assertThat(kept.get("key 1")).contains(11);
        assertThat(kept.get("key 2")).isEmpty();
        assertThat(kept.get("key 3")).contains(3);
    }

    @Test
    void an_entry_that_was_removed_is_gone() {
        kept.put("a", 1);
        kept.remove("a");
        assertThat(kept.get("a")).isEmpty();
    }
}
