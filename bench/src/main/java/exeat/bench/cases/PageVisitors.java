package exeat.bench.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * PageVisitors of one kind beside a flood: one every quarter of a second, each from a network of
 * their own. Each of their responses is timed.
 */
final class PageVisitors {

    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** What one visitor does, with each request timed. */
    @FunctionalInterface
    interface Visit {
        void by(Filer filer, PageVisitors all) throws IOException, InterruptedException;
    }

    private final String who;
    private final int networks;
    private final double bar;
    private final Visit visit;
    private final Queue<Double> times = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private int came;

    /**
     * PageVisitors that have not come yet.
     *
     * @param networks the second byte of their first address
     * @param bar milliseconds that 99 of 100 responses may take
     */
    PageVisitors(String who, int networks, double bar, Visit visit) {
        this.who = who;
        this.networks = networks;
        this.bar = bar;
        this.visit = visit;
    }

    /** People who begin a session, file, sign in and confirm. */
    static PageVisitors people() {
        return new PageVisitors("people", 100, 1000, PageVisitors::apply);
    }

    private static void apply(Filer filer, PageVisitors all)
            throws IOException, InterruptedException {
        var stranger = all.timed(filer::stranger);
        var filed = all.timed(() -> filer.file(stranger));
        var own = all.timed(() -> filer.session(filed.party()));
        all.timed(() -> filer.confirm(own, filed));
    }

    <T> T timed(Filer.Call<T> call) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var answer = call.get();
        times.add((System.nanoTime() - begun) / 1e6);
        return answer;
    }

    /** Lets all these kinds come for a time, and waits until everybody is served. */
    static void come(URI server, Duration time, List<PageVisitors> kinds)
            throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        var threads = new ArrayList<Thread>();
        while (System.nanoTime() < end) {
            for (var kind : kinds) {
                threads.add(kind.next(server));
            }
            Thread.sleep(BETWEEN);
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private Thread next(URI server) {
        var address = "127." + (networks + came / 250) + "." + came % 250 + ".1";
        came++;
        return Thread.ofVirtual().start(() -> serve(server, address));
    }

    private void serve(URI server, String address) {
        try (var filer = new Filer(server, address)) {
            visit.by(filer, this);
        } catch (IOException | RuntimeException refused) {
            failed.add(address + ": " + refused.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void report(PrintStream out, Verdicts verdicts) {
        failed.stream().limit(3).forEach(out::println);
        verdicts.add(failed.isEmpty(), "all " + who + " beside the flood were served");
        if (times.isEmpty()) {
            verdicts.add(false, "no answer to " + who);
            return;
        }
        var took = Times.of(times);
        out.printf(
                Locale.ROOT,
                "%-20s%8d came, %d answers, %.0f ms median, %.0f ms p99, %.0f ms most%n",
                who + " beside it",
                came,
                took.sorted().size(),
                took.median(),
                took.p99(),
                took.most());
        verdicts.add(
                took.p99() < bar,
                String.format(
                        Locale.ROOT,
                        "p99 of an answer to %s: %.0f ms (%.0f)",
                        who,
                        took.p99(),
                        bar));
    }
}
