package exeat.oversight.watch;

/**
 * Tests whether counts of equal periods are more alike than chance explains: index of dispersion,
 * lower tail, with the sum of the counts fixed. Exact for small counts.
 *
 * <p>Why the null is Poisson: where each file takes its own time, however long, what comes out of
 * Poisson arrivals is Poisson again, and independent of how many are still inside (N. M. Mirasol,
 * The output of an M/G/∞ queuing system is Poisson, Operations Research 11, 1963, 282-284).
 * Families, busy days and uneven arrivals only make counts less alike.
 */
final class DispersionTest {

    /** Above this many steps the exact sum is not taken. */
    private static final double MUCH = 1.5e8;

    private final int[] counts;
    private final int sum;
    private final int centre;
    private final long spread;

    DispersionTest(int[] counts) {
        this.counts = counts.clone();
        int total = 0;
        for (int n : counts) {
            total += n;
        }
        sum = total;
        centre = (int) Math.round((double) sum / counts.length);
        spread = spread(counts);
    }

    private long spread(int[] of) {
        long squares = 0;
        for (int n : of) {
            squares += (long) (n - centre) * (n - centre);
        }
        return squares;
    }

    /** About 1 for random counts, near 0 if the counts are all the same. */
    double index() {
        double mean = (double) sum / counts.length;
        double squares = 0;
        for (int n : counts) {
            squares += (n - mean) * (n - mean);
        }
        return squares / mean / (counts.length - 1);
    }

    /** The chance of counts as much alike as these, or more. */
    double chance() {
        double approximate =
                ExactDistributions.chiSquareBelow(index() * (counts.length - 1), counts.length - 1);
        double range = 2 * Math.sqrt((double) spread) + 1;
        if (index() > 0.6 || counts.length * (double) sum * (spread + 1) * range > MUCH) {
            return approximate;
        }
        return below(spread);
    }

    /** The least that {@link #chance} could be with this sum. */
    double least() {
        int n = counts.length;
        int low = sum / n;
        int high = sum - low * n;
        return Math.exp(
                ExactDistributions.logChoose(n, high)
                        + ExactDistributions.logFactorial(sum)
                        - (n - high) * ExactDistributions.logFactorial(low)
                        - high * ExactDistributions.logFactorial(low + 1)
                        - sum * Math.log(n));
    }

    /** Over all ways to share out the sum whose spread is at most this. */
    private double below(long most) {
        int bound = (int) most;
        double mean = (double) sum / counts.length;
        var ways = new double[sum + 1][bound + 1];
        ways[0][0] = 1;
        int reach = (int) Math.sqrt((double) bound);
        for (int i = 0; i < counts.length; i++) {
            var next = new double[sum + 1][bound + 1];
            for (int n = Math.max(0, centre - reach); n <= centre + reach && n <= sum; n++) {
                int square = (n - centre) * (n - centre);
                if (square <= bound) {
                    add(ways, next, n, square, ExactDistributions.poisson(n, mean));
                }
            }
            ways = next;
        }
        double inside = 0;
        for (double way : ways[sum]) {
            inside += way;
        }
        return Math.min(1, inside / ExactDistributions.poisson(sum, sum));
    }

    private static void add(double[][] from, double[][] to, int count, int square, double chance) {
        for (int n = 0; n + count < from.length; n++) {
            for (int s = 0; s + square < from[n].length; s++) {
                if (from[n][s] > 0) {
                    to[n + count][s + square] += from[n][s] * chance;
                }
            }
        }
    }
}
