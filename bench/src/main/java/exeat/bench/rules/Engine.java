package exeat.bench.rules;

import exeat.bench.rules.subject.Said;
import java.util.List;
import java.util.Map;

/** A table in one engine, and people in the form in which that engine takes facts. */
interface Engine extends AutoCloseable {

    /**
     * Takes the people to decide; a power of two of them. Not part of any time that is measured.
     *
     * @param people as a reader of JSON gives their facts
     * @param input whether they are kept so, or in the engine's own form
     */
    void take(List<Map<String, Object>> people, Input input);

    /** What the engine says of a person. */
    Said answer(int person);

    /**
     * Decides people one after the other, from the first again after the last, and keeps what was
     * said where the compiler cannot leave the making of it out. The loop is each engine's own, so
     * that none pays for a call that the others are spared.
     *
     * @param from the first person
     * @param count how many decisions
     * @return what depends on every decision
     */
    long pass(int from, int count);

    @Override
    default void close() {}
}
