package exeat.oversight.watch;

import exeat.casework.value.Anomaly;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One check of all units by all watchers. However many units and checks there are, and however they
 * depend on each other, an honest calendar month gives a false alarm with a probability of at most
 * {@link #PER_MONTH}: each day has an equal part of it, and a day's part is shared out over its
 * tests by Bonferroni's inequality, without those that could not have stood out anyway (R. E.
 * Tarone, A modified Bonferroni method for discrete data, Biometrics 46, 1990, 515-522).
 */
public final class WatchRun {

    /** The stated chance of any false alarm in an honest month, in the whole tree. */
    public static final double PER_MONTH = 0.05;

    private static final int LOOKS = 31;

    /** A day's part of it. */
    static final double PER_DAY = PER_MONTH / LOOKS;

    private WatchRun() {}

    /**
     * The result of a check.
     *
     * @param sightings what stands out, the least likely first; empty if nothing does
     * @param tests how many tests were made
     */
    public record Seen(List<Anomaly> sightings, int tests) {
        public Seen {
            sightings = List.copyOf(sightings);
        }
    }

    public static Seen look(CaseTraces traces, WatchContext setting) {
        var tests = tests(traces, setting);
        return new Seen(standOut(tests), tests.size());
    }

    static List<TestResult> tests(CaseTraces traces, WatchContext setting) {
        var tests = new ArrayList<TestResult>();
        tests.addAll(Quotas.of(traces, setting));
        tests.addAll(Slowdowns.of(traces, setting));
        tests.addAll(LikeCases.of(traces, setting));
        tests.addAll(RubberStamp.of(traces, setting));
        tests.addAll(StalledWork.of(traces, setting));
        tests.addAll(RestrictivePractices.of(traces, setting));
        tests.addAll(NewSecrets.of(traces, setting));
        tests.addAll(ManyClaims.of(traces, setting));
        tests.addAll(InPersonActs.of(traces, setting));
        return tests;
    }

    private static List<Anomaly> standOut(List<TestResult> tests) {
        double bar = bar(tests);
        return tests.stream()
                .filter(test -> test.chance() <= bar)
                .sorted(
                        Comparator.comparingDouble(TestResult::chance)
                                .thenComparing(TestResult::unit)
                                .thenComparing(TestResult::watcher))
                .map(TestResult::sighting)
                .toList();
    }

    /** Below this a test stands out in this look. */
    static double bar(List<TestResult> tests) {
        var least = tests.stream().mapToDouble(TestResult::least).sorted().toArray();
        for (int k = 1; ; k++) {
            double bar = PER_DAY / k;
            int able = 0;
            while (able < least.length && least[able] <= bar) {
                able++;
            }
            if (able <= k) {
                return bar;
            }
        }
    }
}
