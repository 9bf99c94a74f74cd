package exeat.identity.match;

/**
 * Between which weights a person decides.
 *
 * @param same from here on the answer is *same*
 * @param ask from here on it is *ask*; not above the other
 */
public record Thresholds(double same, double ask) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if somebody would be the same without being asked about
     */
    public Thresholds {
        if (!(ask <= same)) {
            throw new IllegalArgumentException("ask from " + ask + ", same from " + same);
        }
    }

    LinkAnswer answer(double weight) {
        if (weight >= same) {
            return LinkAnswer.SAME;
        }
        return weight >= ask ? LinkAnswer.ASK : LinkAnswer.DIFFERENT;
    }
}
