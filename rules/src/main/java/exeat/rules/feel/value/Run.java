package exeat.rules.feel.value;

import java.util.Optional;

/**
 * One evaluation: how much it may still cost, and what time it is, if it may know.
 *
 * <p>Owned by one thread. A step is a node evaluated, an item made, or a few characters copied; so
 * the bound on steps bounds time and memory alike.
 */
public final class Run {

    private static final long MOST_STEPS = 3_000_000;
    private static final int DEEPEST = 1_200;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int CHARACTERS_A_STEP = 16;

    private final Optional<FeelValue.DateTime> now;
    private long left = MOST_STEPS;
    private int depth;

    public Run(Optional<FeelValue.DateTime> now) {
        this.now = now;
    }

    /** The moment of the evaluation; empty where none is given, and then nothing may ask. */
    public Optional<FeelValue.DateTime> now() {
        return now;
    }

    /** Takes this many steps. */
    public void charge(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Refusal("takes more than " + MOST_STEPS + " steps");
        }
    }

    /** Takes the steps of a text of this length. */
    public void chargeText(long length) {
        if (length > LONGEST_TEXT) {
            throw new Refusal("makes a text longer than " + LONGEST_TEXT + " characters");
        }
        charge(1 + length / CHARACTERS_A_STEP);
    }

    /** Goes one level down; {@link #leave} comes back up. */
    public void enter() {
        charge(1);
        if (++depth > DEEPEST) {
            throw new Refusal("is nested deeper than " + DEEPEST);
        }
    }

    public void leave() {
        depth--;
    }
}
