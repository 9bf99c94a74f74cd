package exeat.desk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.desk.auth.HashingQueue.Turn;
import exeat.store.OfficeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HashingQueueTest {

    private static final int PLACES = 8;

    private final HashingQueue queue = new HashingQueue(1, PLACES, Duration.ofSeconds(30));
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    private final List<Future<?>> begun = new ArrayList<>();

    /** Begins work that waits until the gate opens, and then says that it was done. */
    private void begin(ExecutorService threads, Turn turn, String name) throws Exception {
        long waiting = queue.waiting();
        var there = new CountDownLatch(1);
        var future =
                threads.submit(() -> {
                    there.countDown();
                    return queue.run(
                            turn,
                            () -> {
                                gate.await();
                                return done.add(name);
                            });
                });
        there.await();
        while (!future.isDone() && queue.waiting() == waiting) {
            Thread.onSpinWait();
        }
        begun.add(future);
    }

    @Test
    void whoever_is_known_or_new_goes_before_a_flood_that_came_first() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < PLACES; n++) {
                begin(threads, Turn.FAILED, "flood");
            }
            begin(threads, Turn.NEW, "new 1");
            begin(threads, Turn.KNOWN, "known 1");
            begin(threads, Turn.NEW, "new 2");
            begin(threads, Turn.KNOWN, "known 2");
            gate.countDown();
        }
        assertThat(done)
                .startsWith("flood", "known 1", "known 2", "new 1", "new 2", "flood")
                .hasSize(PLACES + 4);
    }

    @Test
    void a_flood_fills_its_own_places_alone_and_the_next_of_it_is_turned_away() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < PLACES; n++) {
                begin(threads, Turn.FAILED, "flood");
            }
            assertThatThrownBy(() -> queue.run(Turn.FAILED, () -> "one more"))
                    .isInstanceOfSatisfying(
                            OfficeException.class,
                            busy -> assertThat(busy.code()).isEqualTo(OfficeException.Code.BUSY));
            begin(threads, Turn.KNOWN, "known");
            gate.countDown();
            assertThat(begun.getLast().get()).isEqualTo(true);
        }
        assertThat(queue.run(Turn.FAILED, () -> "a place is free")).isEqualTo("a place is free");
    }

    @Test
    void who_waits_too_long_is_told_so_and_leaves_the_place() throws Exception {
        var hasty = new HashingQueue(1, 1, Duration.ofMillis(50));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> hasty.run(Turn.FAILED, this::slow));
            while (hasty.waiting() == 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> hasty.run(Turn.KNOWN, () -> "never"))
                    .isInstanceOf(OfficeException.class);
            gate.countDown();
            assertThat(slow.get()).as("what has begun is ended").isEqualTo("slow");
        }
        assertThat(hasty.run(Turn.KNOWN, () -> "a place is free")).isEqualTo("a place is free");
    }

    private String slow() throws InterruptedException {
        gate.await();
        return "slow";
    }

    @Test
    void what_fails_fails_for_who_asked() {
        assertThatThrownBy(() ->
                        queue.run(
                                Turn.KNOWN,
                                () -> {
                                    throw new IllegalArgumentException("of the work");
                                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of the work");
    }
}
