package exeat.desk.auth;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where passwords wait to be hashed, which is slow on purpose: a few threads hash, so that the rest
 * of the machine is for others. Each {@link Turn} has its own places to wait, and the better place
 * goes first. So once a network of a flood of sign-ins has failed, the rest of what comes from
 * there keeps only those waiting who come from such networks too.
 */
final class HashingQueue {

    /** Who waits, the first first. */
    enum Turn {
        /** Signed in, at this machine, or in a browser that signed in to this name before. */
        KNOWN,
        /** From a network from which nobody failed of late. */
        NEW,
        /** Everybody else. */
        FAILED
    }

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads;
    private final Map<Turn, Semaphore> places = new EnumMap<>(Turn.class);
    private final Duration patience;
    private final AtomicLong arrivals = new AtomicLong();

    /**
     * Nobody waits yet.
     *
     * @param atOnce threads that hash
     * @param waiting places of each turn, with those whose password is being hashed
     * @param patience how long somebody waits at most
     */
    HashingQueue(int atOnce, int waiting, Duration patience) {
        this.patience = patience;
        for (var turn : Turn.values()) {
            places.put(turn, new Semaphore(waiting));
        }
        threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new PriorityBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("password-hashing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Work that waits, before whatever has a later turn or came after it. */
    private static final class Waiting<T> extends FutureTask<T> implements Comparable<Waiting<?>> {

        private final Turn turn;
        private final long arrival;

        Waiting(Turn turn, long arrival, Callable<T> work) {
            super(work);
            this.turn = turn;
            this.arrival = arrival;
        }

        @Override
        public int compareTo(Waiting<?> other) {
            int byTurn = turn.compareTo(other.turn);
            return byTurn != 0 ? byTurn : Long.compare(arrival, other.arrival);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * Waits for its turn, and returns what the work returns.
     *
     * @throws OfficeException {@link Code#BUSY} if no place is free, or the turn does not come in
     *     time
     */
    <T> T run(Turn turn, Callable<T> work) {
        var place = Objects.requireNonNull(places.get(turn));
        if (!place.tryAcquire()) {
            throw busy();
        }
        var waiting = new Waiting<>(turn, arrivals.getAndIncrement(), work);
        try {
            threads.execute(waiting);
            return result(waiting);
        } catch (InterruptedException stopped) {
            threads.remove(waiting);
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            place.release();
        }
    }

    /** How many wait, with those whose password is being hashed. */
    int waiting() {
        return threads.getQueue().size() + threads.getActiveCount();
    }

    private <T> T result(Waiting<T> waiting) throws InterruptedException {
        try {
            try {
                return waiting.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                if (threads.remove(waiting)) {
                    throw busy();
                }
                return waiting.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a password could not be hashed", failed);
        }
    }

    private static OfficeException busy() {
        return new OfficeException(Code.BUSY, "too many people are signing in at once");
    }
}
