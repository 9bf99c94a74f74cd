package exeat.bench.rules;

import exeat.bench.rules.DecisionBenchmark.Run;
import exeat.bench.rules.subject.BenchSubject;
import exeat.bench.rules.subject.Said;
import exeat.rules.finding.Finding;
import java.lang.management.ManagementFactory;

/**
 * An engine with its rules.
 *
 * @param heldBytes what the heap holds more with the rules loaded than before
 */
record LoadedEngine(Contestant contestant, Engine engine, double loadMillis, long heldBytes) {

    private static final int MIN_CHECKED = 64;

    static LoadedEngine load(Contestant contestant, BenchSubject subject) {
        long before = heap();
        long begin = System.nanoTime();
        var engine = contestant.load(subject);
        double millis = (System.nanoTime() - begin) / 1e6;
        return new LoadedEngine(contestant, engine, millis, Math.max(0, heap() - before));
    }

    /**
     * A run over the people whose answers were compared with the reference; their number is a power
     * of two.
     *
     * @param checkMillis time limit for comparing, beyond the minimum that is always compared
     * @throws IllegalStateException if an answer differs from the reference
     */
    Run checked(BenchSubject subject, Input input, int checkMillis) {
        engine.take(subject.people(), input);
        long begin = System.nanoTime();
        long until = begin + checkMillis * 1_000_000L;
        int checked = 0;
        while (checked < subject.people().size()
                && (checked < MIN_CHECKED || System.nanoTime() < until)) {
            compare(subject, checked);
            checked++;
        }
        boolean isSlow = !contestant.ours() && (System.nanoTime() - begin) / checked > 100_000;
        int cases = Integer.highestOneBit(checked);
        return new Run(engine, isSlow ? 1 : Math.min(cases, 1024), cases);
    }

    private void compare(BenchSubject subject, int person) {
        Finding expected = subject.expected().get(person);
        if (engine instanceof FindingEngine whole) {
            require(subject, person, whole.finding(person), expected);
        } else {
            require(subject, person, engine.answer(person), Said.of(expected));
        }
    }

    private void require(BenchSubject subject, int person, Object said, Object expected) {
        if (!said.equals(expected)) {
            throw new IllegalStateException(
                    "%s says of person %d under %s: %s, and not: %s"
                            .formatted(
                                    contestant.title(), person, subject.title(), said, expected));
        }
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
