package exeat.bench.cases;

import exeat.bench.cases.Road.Batches;
import exeat.bench.cases.Road.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * One contestant under a number of clients for some time.
 *
 * @param commands acknowledged commands of cases
 * @param cases finished cases, confirmed as crossed by the contestant's tables
 * @param spent the resources used
 */
record LoadRun(
        String road,
        int clients,
        int commands,
        long cases,
        CounterSnapshot spent,
        Batches batches) {

    /** Commands per case; the sign-in is not one. */
    static final int COMMANDS = 7;

    /**
     * Runs one.
     *
     * @throws IllegalStateException if a client failed, or a case has not crossed
     */
    static LoadRun run(BenchPostgres server, Road road, int many, Duration time) throws Exception {
        var clients = road.clients(many);
        long crossed = road.crossed();
        var batches = road.batches();
        try (var connection = server.connect("postgres")) {
            var before = CounterSnapshot.now(connection, server.process(), road.process());
            long cases = drive(road, clients, time);
            var after = CounterSnapshot.now(connection, server.process(), road.process());
            long there = road.crossed() - crossed;
            if (there != cases) {
                throw new IllegalStateException(
                        "%s: %d cases were acknowledged and %d have crossed"
                                .formatted(road.name(), cases, there));
            }
            return new LoadRun(
                    road.name(),
                    many,
                    COMMANDS,
                    cases,
                    after.since(before),
                    road.batches().since(batches));
        }
    }

    /** When the time is over no client begins another case; cases in progress are finished. */
    private static long drive(Road road, Iterable<Client> clients, Duration time)
            throws InterruptedException {
        var done = new LongAdder();
        Queue<Exception> failed = new ConcurrentLinkedQueue<>();
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (var client : clients) {
            threads.add(
                    Thread.ofPlatform()
                            .name("client-" + threads.size())
                            .start(() -> {
                                try {
                                    start.await();
                                    long end = System.nanoTime() + time.toNanos();
                                    while (failed.isEmpty() && System.nanoTime() < end) {
                                        client.travel();
                                        done.increment();
                                    }
                                } catch (Exception failure) {
                                    failed.add(failure);
                                }
                            }));
        }
        start.countDown();
        for (var thread : threads) {
            thread.join();
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(road.name() + ": " + failed.peek(), failed.peek());
        }
        return done.sum();
    }

    double perSecond() {
        return cases / spent.seconds();
    }

    /** The average time that a client waits for one command, in milliseconds. */
    double waits() {
        return 1000.0 * clients / perSecond() / commands;
    }

    double walEach() {
        return (double) spent.wal() / cases;
    }

    static String heading() {
        return "%-22s %7s %9s %8s %8s %8s %8s %8s %8s %7s"
                .formatted(
                        "",
                        "clients",
                        "cases/s",
                        "wait",
                        "stmts",
                        "transact",
                        "log kB",
                        "db ms",
                        "client ms",
                        "batch");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-22s %7d %9.1f %8.2f %8.1f %8.2f %8.1f %8.2f %9.2f %7s",
                road,
                clients,
                perSecond(),
                waits(),
                (double) spent.statements() / cases,
                (double) spent.transactions() / cases,
                walEach() / 1024,
                1000 * spent.serverCpu() / cases,
                1000 * spent.clientCpu() / cases,
                batches.batches() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", batches.size()));
    }
}
