package exeat.desk.write;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counts since the office was opened; written by the writer's stripes, read by anyone. */
public final class WriterMetrics {

    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder replayed = new LongAdder();
    private final LongAdder busy = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder batched = new LongAdder();

    /** What the database said when it last would not write; empty once it has written since. */
    private final AtomicReference<Optional<Refusal>> refusal =
            new AtomicReference<>(Optional.empty());

    public WriterMetrics() {}

    /**
     * Counted since the office was opened.
     *
     * @param unknown commands of which nobody could say whether they were done
     * @param batched commands in all batches together
     */
    public record WriterCounters(
            long accepted,
            long rejected,
            long replayed,
            long busy,
            long unknown,
            long batches,
            long batched) {}

    private record Refusal(String state, long nanos) {}

    /**
     * The database did not take a batch.
     *
     * @param state SQL's code for why
     */
    void refused(String state) {
        refusal.set(Optional.of(new Refusal(state, System.nanoTime())));
    }

    void written() {
        if (refusal.get().isPresent()) {
            refusal.set(Optional.empty());
        }
    }

    /**
     * Why nothing was written within the last minute; empty when something was, or nothing tried.
     */
    public Optional<String> trouble() {
        return refusal.get()
                .filter(last -> System.nanoTime() - last.nanos() < MEMORY.toNanos())
                .map(Refusal::state);
    }

    void accepted() {
        accepted.increment();
    }

    void rejected() {
        rejected.increment();
    }

    void replayed() {
        replayed.increment();
    }

    /**
     * A claim to protection met nobody, and was written down: it counts like one that did.
     *
     * @param first whether under its key it is the first
     */
    public void claimedAtNothing(boolean first) {
        if (first) {
            accepted();
        } else {
            replayed();
        }
    }

    void busy() {
        busy.increment();
    }

    void unknown() {
        unknown.increment();
    }

    void batch(int size) {
        batches.increment();
        batched.add(size);
    }

    public WriterCounters counters() {
        return new WriterCounters(
                accepted.sum(),
                rejected.sum(),
                replayed.sum(),
                busy.sum(),
                unknown.sum(),
                batches.sum(),
                batched.sum());
    }
}
