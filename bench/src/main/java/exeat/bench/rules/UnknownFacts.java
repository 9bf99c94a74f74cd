package exeat.bench.rules;

import exeat.bench.rules.subject.BenchSubject;
import exeat.bench.rules.subject.Workload;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures decisions about people with a third of the decisive facts unknown. The best of several
 * passes counts for each person, so that the spread reflects people rather than noise on the
 * machine.
 */
final class UnknownFacts {

    private static final int PEOPLE = 8192;
    private static final int MIN_PEOPLE = 16;

    /** Times above this are measured as processor time, which is too coarse for shorter ones. */
    private static final long LONG_NANOS = 50_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * The measurements: wall-clock time below 50 microseconds, processor time above.
     *
     * @param people how many people were decided
     * @param median nanoseconds
     * @param p99 nanoseconds, 99th percentile
     * @param settled percentage that had a finding all the same
     * @param checked how many answers were compared with the reference
     */
    record Spread(
            String subject, int people, double median, double p99, double settled, int checked) {}

    private final BenchSubject subject;
    private final List<Map<String, Object>> known = new ArrayList<>();
    private final List<Facts> people = new ArrayList<>();

    UnknownFacts(BenchSubject subject) {
        this.subject = subject;
        var random = new Random(Workload.SEED);
        var reader = subject.directive().reader();
        for (int at = 0; at < PEOPLE; at++) {
            var left = new HashMap<>(subject.people().get(at));
            unknown(random).forEach(left::remove);
            known.add(left);
            people.add(reader.read(left));
        }
    }

    /** A third of the decisive facts, rounded up or down at random so that the average is exact. */
    private List<String> unknown(Random random) {
        var facts = new ArrayList<>(subject.decisive());
        Collections.shuffle(facts, random);
        int many = facts.size() / 3 + (random.nextInt(3) < facts.size() % 3 ? 1 : 0);
        return facts.subList(0, many);
    }

    /**
     * Compares and measures.
     *
     * @param millis for each of the two, approximately
     * @throws IllegalStateException if a finding differs from the reference
     */
    Spread measure(int millis) {
        int checked = check(millis);
        var best = new long[PEOPLE];
        Arrays.fill(best, Long.MAX_VALUE);
        long begin = System.nanoTime();
        long budget = millis * 1_000_000L;
        int many = PEOPLE;
        int settled = 0;
        for (int round = 0; round == 0 || System.nanoTime() - begin < budget; round++) {
            settled = 0;
            for (int at = 0; at < many; at++) {
                long spent = THREADS.getCurrentThreadCpuTime();
                long before = System.nanoTime();
                var finding = subject.directive().decide(people.get(at));
                long took = System.nanoTime() - before;
                if (took > LONG_NANOS) {
                    took = Math.min(took, THREADS.getCurrentThreadCpuTime() - spent);
                }
                best[at] = Math.min(best[at], took);
                settled += finding.unanswered().isEmpty() ? 1 : 0;
                if (round == 0 && at + 1 >= MIN_PEOPLE && System.nanoTime() - begin > budget / 3) {
                    many = at + 1;
                }
            }
        }
        var sorted = Arrays.copyOf(best, many);
        Arrays.sort(sorted);
        return new Spread(
                subject.title(),
                many,
                sorted[many / 2],
                sorted[Math.min(many - 1, many * 99 / 100)],
                100.0 * settled / many,
                checked);
    }

    private int check(int millis) {
        long until = System.nanoTime() + millis * 1_000_000L;
        int at = 0;
        while (at < PEOPLE && (at < MIN_PEOPLE || System.nanoTime() < until)) {
            var finding = subject.directive().decide(people.get(at));
            var possible = subject.possible().apply(known.get(at));
            boolean agrees =
                    possible.size() == 1
                            ? possible.iterator().next().isOf(finding)
                                    && finding.unanswered().isEmpty()
                            : asks(finding, known.get(at).keySet());
            if (!agrees) {
                throw new IllegalStateException(
                        "Exeat says of person %d under %s, of whom %s is known: %s; possible are %s"
                                .formatted(at, subject.title(), known.get(at), finding, possible));
            }
            at++;
        }
        return at;
    }

    private static boolean asks(Finding finding, Set<String> known) {
        var open = finding.unanswered().stream().map(FactName::text).collect(Collectors.toSet());
        return finding.why().equals(Optional.of(ReferReason.UNANSWERED))
                && Collections.disjoint(open, known);
    }
}
