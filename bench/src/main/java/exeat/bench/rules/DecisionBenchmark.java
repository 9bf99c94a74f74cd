package exeat.bench.rules;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The JMH benchmark: decides one person after another with the current engine. Besides JMH's clock
 * it reads the thread's processor time and allocation, since other work may run on the machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class DecisionBenchmark {

    /**
     * One measured iteration.
     *
     * @param nanos processor time per decision
     * @param bytes allocated per decision
     */
    record Iteration(double nanos, double bytes) {}

    /**
     * What the current run measures. Set before JMH starts, in this same virtual machine.
     *
     * @param slice how many decisions JMH makes per call
     * @param cases the number of people, a power of two
     * @param iterations the measurements so far
     */
    record Run(Engine engine, int slice, int cases, List<Iteration> iterations) {
        Run(Engine engine, int slice, int cases) {
            this(engine, slice, cases, new ArrayList<>());
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static final Run NOTHING = new Run(new NoEngine(), 1, 1);

    private static volatile Run current = NOTHING;

    private Run mine = NOTHING;
    private Engine engine = mine.engine();
    private int slice;
    private int from;
    private long decisions;
    private long nanos;
    private long bytes;

    static void measure(Run next) {
        current = next;
    }

    @Setup(Level.Iteration)
    public void begin() {
        mine = current;
        engine = mine.engine();
        slice = mine.slice();
        from = 0;
        decisions = 0;
        bytes = THREADS.getCurrentThreadAllocatedBytes();
        nanos = THREADS.getCurrentThreadCpuTime();
    }

    @Benchmark
    public long decide() {
        long sum = engine.pass(from, slice);
        decisions += slice;
        from += slice;
        if (from >= mine.cases()) {
            from = 0;
        }
        return sum;
    }

    @TearDown(Level.Iteration)
    public void end(IterationParams params) {
        double spent = THREADS.getCurrentThreadCpuTime() - nanos;
        double allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        if (params.getType() == IterationType.MEASUREMENT && decisions > 0) {
            mine.iterations().add(new Iteration(spent / decisions, allocated / decisions));
        }
        mine = NOTHING;
        engine = mine.engine();
    }
}
