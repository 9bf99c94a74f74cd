package exeat.bench.cases;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** How often a second the server can do something, for clients that ask again at once. */
final class Capacity {

    /** What a client does again and again, after it has prepared for it. */
    @FunctionalInterface
    interface Work {
        Filer.Call<?> of(Filer filer) throws IOException, InterruptedException;
    }

    private Capacity() {}

    /**
     * Measures it.
     *
     * @param addresses of the clients, one each
     * @throws IllegalStateException if a client failed
     */
    static double of(URI server, Duration time, List<String> addresses, Work work)
            throws InterruptedException {
        var done = new LongAdder();
        var failed = new ConcurrentLinkedQueue<Exception>();
        long end = System.nanoTime() + time.toNanos();
        var threads = new ArrayList<Thread>();
        for (var address : addresses) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try (var filer = new Filer(server, address)) {
                                    var call = work.of(filer);
                                    while (System.nanoTime() < end) {
                                        call.get();
                                        done.increment();
                                    }
                                } catch (Exception failure) {
                                    failed.add(failure);
                                }
                            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("a client failed: " + failed.peek(), failed.peek());
        }
        return done.sum() * 1e9 / time.toNanos();
    }
}
