package exeat.bench.rules;

import exeat.bench.rules.subject.Said;
import java.util.List;
import java.util.Map;

/** A table in one engine, and people in the form that this engine takes. */
interface Engine extends AutoCloseable {

    /**
     * Takes the people to decide; their number is a power of two. Not measured.
     *
     * @param people their facts, as a JSON reader returns them
     * @param input whether they are kept in that form, or in the engine's own
     */
    void take(List<Map<String, Object>> people, Input input);

    /** The engine's answer for a person. */
    Said answer(int person);

    /**
     * Decides people one after another, starting again after the last, and stores the answers so
     * that the compiler cannot eliminate the work. Each engine has its own loop, so that none pays
     * for a call that others avoid.
     *
     * @param from index of the first person
     * @param count how many decisions
     * @return a number that depends on every decision
     */
    long pass(int from, int count);

    @Override
    default void close() {}
}
