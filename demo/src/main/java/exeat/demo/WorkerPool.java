package exeat.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Runs work on virtual threads: enough at once to fill the writer's batches, but not so much that
 * the desk's queue is full. Closing waits for all of it and rethrows a failure.
 */
final class WorkerPool implements AutoCloseable {

    /** Enough to fill batches. */
    private static final int MANY = 192;

    /**
     * The number of workers for work that needs the processor and not the desk; more would only
     * wait.
     */
    private static final int FEW = 4;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;
    private final List<Future<?>> jobs = new ArrayList<>();

    private WorkerPool(int atOnce) {
        places = new Semaphore(atOnce);
    }

    static WorkerPool many() {
        return new WorkerPool(MANY);
    }

    static WorkerPool few() {
        return new WorkerPool(FEW);
    }

    void go(Runnable job) {
        places.acquireUninterruptibly();
        jobs.add(
                threads.submit(() -> {
                    try {
                        job.run();
                    } finally {
                        places.release();
                    }
                }));
    }

    @Override
    public void close() {
        threads.close();
        for (var job : jobs) {
            try {
                job.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the demonstration failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the demonstration was interrupted", e);
            }
        }
    }
}
