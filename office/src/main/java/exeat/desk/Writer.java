package exeat.desk;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The shared writer. Commands wait in a bounded queue for each stripe; a stripe takes what waits,
 * never lingering for more, and answers after the commit. All commands on one stream go through one
 * stripe, in order.
 *
 * <p>A crash before the commit leaves nothing behind; one after it leaves everything, and whoever
 * asks again with the same key gets the answer that was lost.
 */
final class Writer implements AutoCloseable {

    private static final int MOST_WAITING = 1024;
    private static final int MOST_AT_ONCE = 64;

    /** Of one caller, so that others find room in the queue beside it. */
    private static final int MOST_TOGETHER = 256;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Stripe> stripes;
    private final Tally tally;

    Writer(Batches batches, Tally tally, int stripes) {
        this.tally = tally;
        this.stripes = IntStream.range(0, stripes).mapToObj(n -> new Stripe(n, batches)).toList();
        this.stripes.forEach(stripe -> stripe.thread.start());
    }

    /** One thread and its queue; nobody else takes from it. */
    private static final class Stripe implements Runnable {
        private final BlockingQueue<Job> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private final int number;
        private final Batches batches;
        private final Thread thread;
        private volatile boolean open = true;

        Stripe(int number, Batches batches) {
            this.number = number;
            this.batches = batches;
            this.thread = Thread.ofPlatform().name("exeat-writer-" + number).unstarted(this);
        }

        @Override
        public void run() {
            while (open || !waiting.isEmpty()) {
                try {
                    var first = waiting.poll(200, TimeUnit.MILLISECONDS);
                    if (first != null) {
                        var jobs = new ArrayList<Job>(MOST_AT_ONCE);
                        jobs.add(first);
                        waiting.drainTo(jobs, MOST_AT_ONCE - 1);
                        batches.run(number, jobs);
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Waits for the answer; a full queue says so at once. */
    Reply submit(Job job) {
        return offer(job) ? await(job) : busy();
    }

    /**
     * Hands in many and waits for every answer, with no more of them under way than {@link
     * #MOST_TOGETHER}. A full queue is waited for as long as something of these is under way; only
     * then does the rest hear that it is full.
     */
    List<Supplier<Reply>> submitAll(List<Job> jobs) {
        var underWay = new ArrayDeque<Job>();
        var answers = new ArrayList<Supplier<Reply>>();
        for (var job : jobs) {
            while (underWay.size() >= MOST_TOGETHER || !offer(job)) {
                var oldest = underWay.poll();
                if (oldest == null) {
                    job.answer().complete(busy());
                    break;
                }
                settle(oldest);
            }
            underWay.add(job);
            answers.add(() -> await(job));
        }
        underWay.forEach(Writer::settle);
        return answers;
    }

    private static void settle(Job job) {
        try {
            job.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException told) {
            // Whoever asks for this answer is told.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean offer(Job job) {
        var key = job.command().stream().key();
        var stripe = stripes.get(Math.floorMod(key.hashCode(), stripes.size()));
        return stripe.open && stripe.waiting.offer(job);
    }

    private Reply await(Job job) {
        try {
            return job.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            // It may still be done: the same key tells.
            return busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return busy();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Batches.NumberTaken taken) {
                throw taken;
            }
            throw failed.getCause() instanceof OfficeException known
                    ? known
                    : new OfficeException(Code.FAULT, "a command failed", failed);
        }
    }

    private Reply busy() {
        tally.busy();
        return new Reply.Busy(RETRY_AFTER);
    }

    boolean isAlive() {
        return stripes.stream().allMatch(stripe -> stripe.thread.isAlive());
    }

    int depth() {
        return stripes.stream().mapToInt(stripe -> stripe.waiting.size()).sum();
    }

    /** Takes nothing new, finishes what waits. */
    @Override
    public void close() {
        stripes.forEach(stripe -> stripe.open = false);
        for (var stripe : stripes) {
            try {
                stripe.thread.join(PATIENCE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
