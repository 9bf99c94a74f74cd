package exeat.oversight.watch;

import exeat.oversight.watch.ExactDistributions.Distribution;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests whether one group has more, or fewer, marks than the others among similar cases, with all
 * margins fixed: the exact form of the test of Cochran, Mantel and Haenszel, its counts the sum of
 * independent hypergeometric ones. Where nothing is far out, and beyond a width, the normal form
 * with its correction for continuity is enough.
 */
final class StratifiedTest {

    /** Marks of the group up to which the distribution is carried whole. */
    private static final int WIDE = 3_000;

    /** Standard deviations from which the exact distribution is worked out. */
    private static final double FAR = 1.5;

    private record Stratum(int all, int marked, int group) {}

    private final List<Stratum> strata = new ArrayList<>();
    private int marks;
    private double mean;
    private double variance;
    private int width;

    /** Adds one stratum. */
    void add(int groupMarks, int group, int otherMarks, int others) {
        int all = group + others;
        int marked = groupMarks + otherMarks;
        if (group == 0 || others == 0 || marked == 0 || marked == all) {
            return; // Says nothing of the group.
        }
        marks += groupMarks;
        double share = (double) group / all;
        mean += marked * share;
        variance += marked * share * (1 - share) * (all - marked) / Math.max(1.0, all - 1.0);
        width += Math.min(marked, group);
        strata.add(new Stratum(all, marked, group));
    }

    int marks() {
        return marks;
    }

    /** How many marks the group would have if it were like the others. */
    double expected() {
        return mean;
    }

    /** The chance of so many marks or more. */
    double upper() {
        double z = (marks - 0.5 - mean) / Math.sqrt(variance);
        return isExact(z) ? exact().atLeast(marks) : normal(z);
    }

    /** The chance of so few marks or fewer. */
    double lower() {
        double z = (mean - marks - 0.5) / Math.sqrt(variance);
        return isExact(z) ? exact().atMost(marks) : normal(z);
    }

    private boolean isExact(double z) {
        return z > FAR && width <= WIDE;
    }

    private static double normal(double z) {
        return Double.isNaN(z) ? 1 : ExactDistributions.normalAbove(z);
    }

    private Distribution exact() {
        var sum = Distribution.NOTHING;
        for (var stratum : strata) {
            sum =
                    sum.plus(
                            ExactDistributions.hypergeometric(
                                    stratum.all(), stratum.marked(), stratum.group()));
        }
        return sum;
    }

    /** The least that {@link #upper} could have been. */
    double leastUpper() {
        double log = 0;
        for (var s : strata) {
            int most = Math.min(s.marked(), s.group());
            log += logChance(s, most);
        }
        return Math.exp(log);
    }

    /** The least that {@link #lower} could have been. */
    double leastLower() {
        double log = 0;
        for (var s : strata) {
            int least = Math.max(0, s.group() - (s.all() - s.marked()));
            log += logChance(s, least);
        }
        return Math.exp(log);
    }

    private static double logChance(Stratum s, int count) {
        return ExactDistributions.logChoose(s.marked(), count)
                + ExactDistributions.logChoose(s.all() - s.marked(), s.group() - count)
                - ExactDistributions.logChoose(s.all(), s.group());
    }
}
