package exeat.bench.rules;

import exeat.bench.rules.DecisionBenchmark.Iteration;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * An engine with its table, its answers compared with the reference.
 *
 * @param checked how many cases were compared: these are the ones that are measured, a power of two
 * @param slice how many decisions JMH is given at once
 */
record LoadedEngine(Engine engine, double loadMillis, long tableBytes, int checked, int slice) {

    static final LoadedEngine NONE = new LoadedEngine(new NoEngine(), 0, 0, 1, 1);

    private static final int MIN_CHECKED = 64;

    /**
     * @param checkMillis how long comparing may take, beyond the least that is always compared
     * @throws IllegalStateException if an answer is not the reference's
     */
    static LoadedEngine load(Contestant contestant, Workload workload, int checkMillis) {
        long before = heap();
        long begin = System.nanoTime();
        var engine = contestant.load(workload);
        double millis = (System.nanoTime() - begin) / 1e6;
        long bytes = Math.max(0, heap() - before);
        engine.take(workload.cases());
        begin = System.nanoTime();
        long until = begin + checkMillis * 1_000_000L;
        int checked = 0;
        while (checked < workload.cases().size()
                && (checked < MIN_CHECKED || System.nanoTime() < until)) {
            compare(contestant, workload, checked, engine.answer(checked));
            checked++;
        }
        boolean isSlow = !contestant.ours() && (System.nanoTime() - begin) / checked > 100_000;
        int cases = Integer.highestOneBit(checked);
        return new LoadedEngine(engine, millis, bytes, cases, isSlow ? 1 : Math.min(cases, 1024));
    }

    private static void compare(Contestant contestant, Workload workload, int person, int answer) {
        int expected = workload.expected().get(person);
        if (answer != expected) {
            throw new IllegalStateException(
                    "%s answers case %d of %d rules with rule %d, and not with rule %d"
                            .formatted(
                                    contestant.title(),
                                    person,
                                    workload.rows().size(),
                                    answer,
                                    expected));
        }
    }

    Score score(Contestant contestant, int rules, List<Iteration> iterations) {
        return new Score(
                contestant,
                rules,
                Score.median(iterations.stream().map(Iteration::nanos).toList()),
                Score.median(iterations.stream().map(Iteration::bytes).toList()),
                loadMillis,
                tableBytes,
                checked);
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
