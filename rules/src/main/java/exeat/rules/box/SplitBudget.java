package exeat.rules.box;

/** How many more splits may be made. One of them serves all questions of one proof. */
public final class SplitBudget {

    private final long limit;
    private long spent;

    public SplitBudget(long limit) {
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }

    public long spent() {
        return spent;
    }

    /**
     * Pays for one split.
     *
     * @throws LimitReached when the limit is spent, so that the question stays open
     */
    void split() {
        if (spent >= limit) {
            throw new LimitReached(limit);
        }
        spent++;
    }

    /** A question could not be answered within the limit. */
    public static final class LimitReached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LimitReached(long limit) {
            super("not decided within " + limit + " splits");
        }
    }
}
