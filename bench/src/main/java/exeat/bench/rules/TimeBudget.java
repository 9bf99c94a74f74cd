package exeat.bench.rules;

import java.util.List;

/**
 * How long a run may take.
 *
 * @param sizes the numbers of rules
 * @param rounds how often our own engines are measured, in turn with hand-written code
 * @param warmups iterations of our own engines before those that count
 * @param peerWarmups the same of a peer, which has much more code to warm up
 * @param iterations those that count
 * @param millis of one iteration
 * @param checkMillis for comparing a peer's answers; our own engines are compared on every case
 * @param unknownMillis for people of whom a third of the facts is unknown, and as long again for
 *     comparing their answers
 * @param peers whether others are measured too
 * @param whole whether slow peers are given tables of every size, peers start from raw values at
 *     every size, and the tool decides lines by the million
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

    /** The whole of what is measured of hand-written code and Exeat. */
    public static final TimeBudget ALONE =
            new TimeBudget(List.of(12, 200, 2000), 3, 4, 10, 5, 500, 20_000, 20_000, false, true);

    public static final TimeBudget QUICK =
            new TimeBudget(List.of(12, 200, 2000), 2, 5, 8, 3, 70, 500, 1_500, true, false);

    /** Whether a contestant may be given a table of this size, in this form. */
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
