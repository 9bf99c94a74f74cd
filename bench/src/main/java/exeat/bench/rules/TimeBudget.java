package exeat.bench.rules;

import java.util.List;

/**
 * How long a run may take.
 *
 * @param sizes the numbers of rules
 * @param rounds how often our own engines are measured, alternating with hand-written code
 * @param warmups warm-up iterations of our own engines
 * @param peerWarmups warm-up iterations of a peer, which has much more code to warm up
 * @param iterations measured iterations
 * @param millis length of one iteration
 * @param checkMillis time for comparing a peer's answers; our own engines are compared on every
 *     case
 * @param unknownMillis time for people with a third of their facts unknown, and as much again for
 *     comparing their answers
 * @param peers whether peers are measured too
 * @param whole whether slow peers get tables of every size, peers start from raw values at every
 *     size, and the tool decides lines by the million
 */
public record TimeBudget(
        List<Integer> sizes,
        int rounds,
        int warmups,
        int peerWarmups,
        int iterations,
        int millis,
        int checkMillis,
        int unknownMillis,
        boolean peers,
        boolean whole) {

    public static final TimeBudget WHOLE =
            new TimeBudget(List.of(12, 200, 2000), 3, 4, 10, 5, 500, 20_000, 20_000, true, true);

    /** The total measuring time of hand-written code and Exeat. */
    public static final TimeBudget ALONE =
            new TimeBudget(List.of(12, 200, 2000), 3, 4, 10, 5, 500, 20_000, 20_000, false, true);

    public static final TimeBudget QUICK =
            new TimeBudget(List.of(12, 200, 2000), 2, 5, 8, 3, 70, 500, 1_500, true, false);

    /** Whether a contestant may get a table of this size in this form. */
    boolean allows(Contestant contestant, int rules, Input input) {
        if (!peers && !contestant.ours()) {
            return false;
        }
        if (whole || contestant.ours() || rules <= 12) {
            return true;
        }
        boolean isSlow = contestant == Contestant.JDMN || contestant == Contestant.OPERATON;
        return input == Input.READY
                && (contestant == Contestant.OPENL
                        || contestant == Contestant.FLOWABLE
                        || (rules <= 200 && !isSlow));
    }
}
