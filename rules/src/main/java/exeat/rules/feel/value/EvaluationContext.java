package exeat.rules.feel.value;

import java.util.Optional;

/**
 * One evaluation: the steps that it may still take, and the current time if it may know it.
 *
 * <p>Owned by one thread. A step is a node evaluated, an item made, or a few characters copied; so
 * the limit on steps bounds both time and memory.
 */
public final class EvaluationContext {

    private static final long MAX_STEPS = 3_000_000;
    private static final int MAX_DEPTH = 1_200;
    private static final int MAX_TEXT_LENGTH = 1_000_000;
    private static final int CHARACTERS_PER_STEP = 16;

    private final Optional<FeelValue.DateTime> now;
    private long left = MAX_STEPS;
    private int depth;

    public EvaluationContext(Optional<FeelValue.DateTime> now) {
        this.now = now;
    }

    /**
     * The moment of the evaluation; empty if none is given, and then expressions must not use it.
     */
    public Optional<FeelValue.DateTime> now() {
        return now;
    }

    /** Counts this many steps. */
    public void charge(long steps) {
        left -= steps;
        if (left < 0) {
            throw new EvaluationException("takes more than " + MAX_STEPS + " steps");
        }
    }

    /** Counts the steps for a text of this length. */
    public void chargeText(long length) {
        if (length > MAX_TEXT_LENGTH) {
            throw new EvaluationException(
                    "makes a text longer than " + MAX_TEXT_LENGTH + " characters");
        }
        charge(1 + length / CHARACTERS_PER_STEP);
    }

    /** Goes one level down; {@link #leave} comes back up. */
    public void enter() {
        charge(1);
        if (++depth > MAX_DEPTH) {
            throw new EvaluationException("is nested deeper than " + MAX_DEPTH);
        }
    }

    public void leave() {
        depth--;
    }
}
