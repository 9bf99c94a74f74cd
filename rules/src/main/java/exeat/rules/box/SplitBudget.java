package exeat.rules.box;

import java.util.function.BooleanSupplier;

/** The remaining splits, depth and time. One budget serves all questions of one proof. */
public final class SplitBudget {

    /** The maximum depth of splits, because each takes space on the stack. */
    private static final int MAX_DEPTH = 2_000;

    /** The clock is checked once in this many steps. */
    private static final int STEPS = 256;

    private final long limit;
    private final BooleanSupplier timeIsUp;
    private long spent;
    private long steps;
    private int depth;

    /** Creates a budget without a limit in time. */
    public SplitBudget(long limit) {
        this(limit, () -> false);
    }

    /**
     * @param timeIsUp checked repeatedly; once true, the search stops
     */
    public SplitBudget(long limit, BooleanSupplier timeIsUp) {
        this.limit = limit;
        this.timeIsUp = timeIsUp;
    }

    public long limit() {
        return limit;
    }

    public long spent() {
        return spent;
    }

    /** Whether there is no time left for anything. */
    public boolean isTimeUp() {
        return timeIsUp.getAsBoolean();
    }

    /**
     * Counts one split.
     *
     * @throws LimitReached when the limit is spent, so that the question stays open
     */
    void split() {
        if (spent >= limit) {
            throw new LimitReached("within " + limit + " splits");
        }
        spent++;
        step();
    }

    /**
     * Counts a step that is not a split.
     *
     * @throws LimitReached when the time is up
     */
    void step() {
        if (steps++ % STEPS == 0 && timeIsUp.getAsBoolean()) {
            throw new LimitReached("in the time that there was");
        }
    }

    /**
     * Goes one part deeper; {@link #rise} comes back.
     *
     * @throws LimitReached where it is too deep
     */
    void sink() {
        if (depth >= MAX_DEPTH) {
            throw new LimitReached("within parts of parts " + MAX_DEPTH + " deep");
        }
        depth++;
    }

    void rise() {
        depth--;
    }

    /** A question could not be answered within the limit. */
    public static final class LimitReached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LimitReached(String within) {
            super("not decided " + within);
        }
    }
}
