package exeat.bench.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What one contender did in one stretch of time with so many clients, each giving its next command
 * when the one before is answered.
 *
 * @param cases that crossed
 * @param clientTicks processor time of this process, and of the contender's server
 * @param waited nanoseconds that each command waited for its answer, sorted
 */
record Lap(
        Contender contender,
        int clients,
        double seconds,
        long cases,
        OnePostgres.Work work,
        long clientTicks,
        Contender.Batched batched,
        long[] waited) {

    static Lap of(OnePostgres postgres, Contender contender, int clients, double seconds)
            throws Exception {
        contender.prepare(clients);
        long crossedBefore = contender.crossed();
        var batchedBefore = contender.batched();
        var workBefore = postgres.work();
        long ticksBefore = ticks(contender);
        long begun = System.nanoTime();
        var ridden = ride(contender, clients, begun + (long) (seconds * 1e9));
        double took = (System.nanoTime() - begun) / 1e9;
        long ticks = ticks(contender) - ticksBefore;
        var work = postgres.work().since(workBefore);
        var batched = contender.batched().since(batchedBefore);
        long cases = ridden.stream().mapToLong(Ridden::cases).sum();
        long crossed = contender.crossed() - crossedBefore;
        if (crossed != cases) {
            throw new IllegalStateException(
                    "%s: %d cases were answered, %d have crossed"
                            .formatted(contender.title(), cases, crossed));
        }
        var waited = ridden.stream().flatMapToLong(r -> Arrays.stream(r.clock.waited())).toArray();
        Arrays.sort(waited);
        return new Lap(contender, clients, took, cases, work, ticks, batched, waited);
    }

    private static long ticks(Contender contender) throws Exception {
        return Cpu.ofThis() + (contender.server() == 0 ? 0 : Cpu.of(contender.server()));
    }

    private record Ridden(long cases, Clock clock) {}

    /** Until the time is over; a case that was begun is brought to its end. */
    private static List<Ridden> ride(Contender contender, int clients, long end)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var futures = new ArrayList<Future<Ridden>>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                futures.add(
                        threads.submit(() -> {
                            var clock = new Clock();
                            long cases = 0;
                            while (System.nanoTime() < end) {
                                contender.ride(number, clock);
                                cases++;
                            }
                            return new Ridden(cases, clock);
                        }));
            }
            var ridden = new ArrayList<Ridden>();
            for (var future : futures) {
                ridden.add(future.get(5, TimeUnit.MINUTES));
            }
            return ridden;
        }
    }

    double casesPerSecond() {
        return cases / seconds;
    }

    double commandsPerSecond() {
        return cases * contender.commands() / seconds;
    }

    double perCase(double amount) {
        return amount / Math.max(1, cases);
    }

    double clientMillisPerCase() {
        return perCase(clientTicks * Cpu.TICK_MILLIS);
    }

    double serverMillisPerCase() {
        return perCase(work.cpuTicks() * Cpu.TICK_MILLIS);
    }

    double batchSize() {
        return batched.batches() == 0 ? 1 : (double) batched.commands() / batched.batches();
    }

    /** Milliseconds that this share of the commands did not wait longer than. */
    double waitedMillis(double share) {
        return waited.length == 0
                ? 0
                : waited[Math.min(waited.length - 1, (int) (waited.length * share))] / 1e6;
    }
}
