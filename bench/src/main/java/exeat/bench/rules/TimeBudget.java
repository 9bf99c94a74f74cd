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
 * @param peersOfAll whether the slow peers are given tables of every size
 */
public record TimeBudget(
        List<Integer> sizes,
        int rounds,
        int warmups,
        int peerWarmups,
        int iterations,
        int millis,
        int checkMillis,
        boolean peersOfAll) {

    public static final TimeBudget WHOLE =
            new TimeBudget(List.of(12, 200, 2000), 3, 4, 10, 5, 500, 20_000, true);

    public static final TimeBudget QUICK =
            new TimeBudget(List.of(12, 200, 2000), 2, 3, 9, 3, 80, 600, false);

    /** Whether a peer may be given a table of this size. */
    boolean allows(Contestant contestant, int rules) {
        boolean isSlow = contestant == Contestant.JDMN || contestant == Contestant.OPERATON;
        return peersOfAll
                || contestant.ours()
                || rules <= 12
                || (rules <= 200 && !isSlow)
                || contestant == Contestant.OPENL
                || contestant == Contestant.FLOWABLE;
    }
}
