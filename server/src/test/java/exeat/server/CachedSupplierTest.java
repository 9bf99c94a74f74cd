package exeat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedSupplierTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

    @Test
    void one_call_serves_a_second_and_then_there_is_another() {
        var glance = new CachedSupplier<>(looks::incrementAndGet, nanos::get);
        assertThat(glance.get()).isEqualTo(1);
        nanos.addAndGet(999_999_999);
        assertThat(glance.get()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(glance.get()).isEqualTo(2);
        assertThat(glance.get()).isEqualTo(2);
    }

    @Test
    void a_failed_call_is_not_cached() {
        var glance =
                new CachedSupplier<>(
                        () -> {
                            if (looks.incrementAndGet() == 1) {
                                throw new IllegalStateException("away");
                            }
                            return looks.get();
                        },
                        nanos::get);
        assertThatThrownBy(glance::get).hasMessage("away");
        assertThat(glance.get()).isEqualTo(2);
    }
}
