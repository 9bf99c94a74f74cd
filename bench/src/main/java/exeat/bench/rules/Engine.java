package exeat.bench.rules;

import java.util.List;

/** A table in one engine, and the cases in the form in which that engine takes facts. */
interface Engine extends AutoCloseable {

    /** Takes the cases to decide; a power of two of them. Not part of any time that is measured. */
    void take(List<BenchCase> cases);

    /** The number of the rule that decides a case, or {@link Workload#NO_RULE}. */
    int answer(int person);

    /**
     * Decides cases one after the other, from the first again after the last, and gives what keeps
     * the work from being left out. The loop is each engine's own, so that none pays for a call
     * that the others are spared.
     *
     * @param from the first case
     * @param count how many decisions
     */
    long pass(int from, int count);

    @Override
    default void close() {}
}
