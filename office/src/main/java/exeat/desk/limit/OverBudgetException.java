package exeat.desk.limit;

import java.time.Duration;

/** More was asked for than one may; nothing was done. The same again is done after some time. */
public final class OverBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Budgets.Use use;
    private final Duration after;

    OverBudgetException(Budgets.Use use, Duration after) {
        super("over the budget of " + use);
        this.use = use;
        this.after = after;
    }

    public Budgets.Use use() {
        return use;
    }

    /** When to come again; at least a second. */
    public Duration after() {
        return after.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : after;
    }
}
