package exeat.desk.write;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.papers.PaperSealing;
import exeat.desk.register.DirectiveRegister;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.batch.BatchStore;
import exeat.telemetry.TraceSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The shared writer. Commands wait in one bounded queue; a worker takes what is waiting, without
 * lingering for more, and answers after the commit. While few wait, one worker does everything, so
 * that later arrivals share the next batch; when more wait, a second worker decides while the first
 * commits. A command that arrives alone is run by its caller. Commands on one stream are processed
 * in order, in one batch at a time.
 *
 * <p>After a crash before the commit, nothing was done; after the commit, everything was, and the
 * same key gets the lost answer again. Until somebody asks with it, nobody is told that it was done
 * or was not.
 */
public final class Writer implements AutoCloseable {

    private static final int WORKERS = 2;

    /**
     * How many waiting commands start a second batch, which is decided while the first is written.
     */
    private static final int MANY = 3;

    /** How long a few commands wait for a running batch before they get one of their own. */
    private static final long LONG = Duration.ofMillis(50).toNanos();

    /** The most commands of one caller at once, so that others find room in the queue. */
    private static final int MAX_TOGETHER = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BatchRunner batches;
    private final WriterMetrics tally;
    private final Duration retryAfter;
    private final int mostWaiting;
    private final int mostAtOnce;
    private final List<Thread> workers;

    /** The stripe of callers who run their own command; only one does so at a time. */
    private final int own;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // What follows is the lock's.
    private final ArrayDeque<WriteJob> waiting = new ArrayDeque<>();
    private final Set<String> underWay = new HashSet<>();
    private int atWork;
    private long began;
    private boolean open = true;

    /** Its workers start at once. */
    public static Writer of(
            Infrastructure in, DirectiveRegister register, WriterMetrics tally, TraceSpans traces) {
        var deciding = new BatchDecider(in.vault(), register, PaperSealing.of(in));
        var store = new BatchStore(in.database());
        var batches = new BatchRunner(store, deciding, in.clock(), tally, traces);
        return new Writer(batches, tally, WORKERS, in.config());
    }

    Writer(BatchRunner batches, WriterMetrics tally, int workers, Config config) {
        this.batches = batches;
        retryAfter = config.time(Settings.QUEUE_RETRY);
        mostWaiting = config.count(Settings.QUEUE_WAITING);
        mostAtOnce = config.count(Settings.QUEUE_BATCH);
        this.tally = tally;
        this.own = workers;
        this.workers =
                IntStream.range(0, workers)
                        .mapToObj(n ->
                                Thread.ofPlatform()
                                        .name("exeat-writer-" + n)
                                        .unstarted(() -> work(n)))
                        .toList();
        this.workers.forEach(Thread::start);
    }

    private void work(int number) {
        try {
            for (var jobs = take(); !jobs.isEmpty(); jobs = take()) {
                try {
                    batches.run(number, jobs);
                } finally {
                    done(jobs);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What waits, up to a batch; nothing once it is closed and nothing waits any more. */
    private List<WriteJob> take() throws InterruptedException {
        lock.lock();
        try {
            var jobs = new ArrayList<WriteJob>();
            while (true) {
                if (isTime()) {
                    pick(jobs);
                }
                if (!jobs.isEmpty()) {
                    begin(jobs);
                    return jobs;
                }
                if (!open && waiting.isEmpty()) {
                    return jobs;
                }
                changed.awaitNanos(waiting.isEmpty() ? LONG * 100 : LONG);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isTime() {
        return atWork == 0 || waiting.size() >= MANY || System.nanoTime() - began > LONG;
    }

    /** Commands on a stream in progress stay with the same worker, and so in order. */
    private void pick(List<WriteJob> jobs) {
        for (var all = waiting.iterator(); all.hasNext() && jobs.size() < mostAtOnce; ) {
            var job = all.next();
            if (!underWay.contains(stream(job))) {
                jobs.add(job);
                all.remove();
            }
        }
    }

    private void done(List<WriteJob> jobs) {
        lock.lock();
        try {
            jobs.forEach(job -> underWay.remove(stream(job)));
            atWork--;
            if (!waiting.isEmpty() || !open) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static String stream(WriteJob job) {
        return job.command().stream().key();
    }

    /** The span of a command's waiting. */
    Span waits(Context context) {
        return batches.traces().begin("desk queue", context);
    }

    /** Waits for the answer; a full queue says so at once. */
    Reply submit(WriteJob job) {
        if (isAlone(job)) {
            try {
                batches.run(own, List.of(job));
            } finally {
                done(List.of(job));
            }
            return await(job);
        }
        if (offer(job)) {
            return await(job);
        }
        job.waiting().end();
        return busy();
    }

    /**
     * Hands in many and waits for every answer, with no more of them under way than {@link
     * #MAX_TOGETHER}. A full queue is waited for as long as something of these is under way; only
     * then does the rest hear that it is full.
     */
    List<Supplier<Reply>> submitAll(Iterator<WriteJob> jobs) {
        var given = new ArrayDeque<WriteJob>();
        var answers = new ArrayList<Supplier<Reply>>();
        while (jobs.hasNext()) {
            var job = jobs.next();
            while (given.size() >= MAX_TOGETHER || !offer(job)) {
                var oldest = given.poll();
                if (oldest == null) {
                    job.waiting().end();
                    job.answer().complete(busy());
                    break;
                }
                settle(oldest);
            }
            given.add(job);
            answers.add(() -> await(job));
        }
        given.forEach(Writer::settle);
        return answers;
    }

    private static void settle(WriteJob job) {
        try {
            job.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException told) {
            // The thread that waits for this answer gets the exception.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing waits and nothing is under way; then its caller does it, and no worker. */
    private boolean isAlone(WriteJob job) {
        lock.lock();
        try {
            if (!open || atWork > 0 || !waiting.isEmpty()) {
                return false;
            }
            begin(List.of(job));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void begin(List<WriteJob> jobs) {
        atWork++;
        began = System.nanoTime();
        jobs.forEach(job -> underWay.add(stream(job)));
    }

    private boolean offer(WriteJob job) {
        lock.lock();
        try {
            if (!open || waiting.size() >= mostWaiting) {
                return false;
            }
            waiting.add(job);
            if (isTime() || waiting.size() == 1) {
                changed.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Reply await(WriteJob job) {
        try {
            return job.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            return givenUp(job);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return givenUp(job);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BatchRunner.NumberTaken taken) {
                throw taken;
            }
            throw failed.getCause() instanceof OfficeException known
                    ? known
                    : new OfficeException(Code.FAULT, "a command failed", failed);
        }
    }

    /** One that nobody took yet will not be done; one that is under way may still be. */
    private Reply givenUp(WriteJob job) {
        lock.lock();
        try {
            if (waiting.remove(job)) {
                job.waiting().end();
                return busy();
            }
        } finally {
            lock.unlock();
        }
        if (job.answer().state() == Future.State.SUCCESS) {
            return job.answer().resultNow();
        }
        tally.unknown();
        return new Reply.OutcomeUnknown(retryAfter);
    }

    private Reply busy() {
        tally.busy();
        return new Reply.Busy(retryAfter);
    }

    public boolean isAlive() {
        return workers.stream().allMatch(Thread::isAlive);
    }

    public int depth() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing new, finishes what waits. */
    @Override
    public void close() {
        lock.lock();
        try {
            open = false;
            changed.signalAll();
            long left = PATIENCE.toNanos();
            while (atWork > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        for (var worker : workers) {
            try {
                worker.join(PATIENCE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
