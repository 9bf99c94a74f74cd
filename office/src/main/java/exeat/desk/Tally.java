package exeat.desk;

import java.util.concurrent.atomic.LongAdder;

/** Counts since the office was opened; written by the writer's stripes, read by anybody. */
final class Tally {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder replayed = new LongAdder();
    private final LongAdder busy = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder batched = new LongAdder();

    void accepted() {
        accepted.increment();
    }

    void rejected() {
        rejected.increment();
    }

    void replayed() {
        replayed.increment();
    }

    void busy() {
        busy.increment();
    }

    void batch(int size) {
        batches.increment();
        batched.add(size);
    }

    Health.Counters counters() {
        return new Health.Counters(
                accepted.sum(),
                rejected.sum(),
                replayed.sum(),
                busy.sum(),
                batches.sum(),
                batched.sum());
    }
}
