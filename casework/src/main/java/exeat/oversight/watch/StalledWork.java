package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.WorkItem;
import exeat.oversight.watch.TestResult.Saying;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches for piles: cases that have no step while newer ones that are no more urgent move on.
 *
 * <p>The null is an office that at each step picks blindly among all that wait; one that keeps the
 * order by rule leaves nothing behind at all, so for it the bound is far from tight. For the {@code
 * m} oldest files that nobody did, the chance that blind picking spared every one of them at every
 * step is a product of shares; times the number of ways to choose {@code m} files, it bounds the
 * chance that any such group was left. Each {@code m} gets its part, {@code 1 / (m (m + 1))}.
 */
final class StalledWork {

    /** Where one file comes after another; a hold or a stop ends when its ground does. */
    private static final Set<WorkItem.Kind> LINES =
            Set.of(
                    WorkItem.Kind.DECIDE,
                    WorkItem.Kind.CLEAR,
                    WorkItem.Kind.AUTHORISE,
                    WorkItem.Kind.SECOND,
                    WorkItem.Kind.REVIEW);

    private static final int MIN_DAYS = 4;
    private static final int MIN_FILES = 3;
    private static final int MAX_FILES = 60;

    private final WatchContext setting;

    private StalledWork(WatchContext setting) {
        this.setting = setting;
    }

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        var piles = new StalledWork(setting);
        var found = new ArrayList<TestResult>();
        var queues = WaitsByUnit.of(traces.waits()).byKey();
        queues.forEach((key, queue) -> {
            if (LINES.contains(key.kind())) {
                found.addAll(piles.look(key, queue));
                found.addAll(piles.beside(key, queues));
            }
        });
        return found;
    }

    private List<TestResult> look(WaitsByUnit.Key key, List<Wait> whole) {
        var queue = WaitsByUnit.once(whole);
        var lying = queue.stream().filter(this::isLeft).limit(MAX_FILES).toList();
        if (lying.size() < MIN_FILES) {
            return List.of();
        }
        var steps =
                queue.stream()
                        .filter(Wait::isServed)
                        .sorted(Comparator.comparing(w -> w.until().orElseThrow()))
                        .toList();
        double best = 0;
        int size = 0;
        for (int m = MIN_FILES; m <= lying.size(); m++) {
            var group = lying.subList(0, m);
            double bound = logBound(group, queue, steps);
            if (bound < best) {
                best = bound;
                size = m;
            }
        }
        if (size == 0) {
            return List.of();
        }
        var pile = lying.subList(0, size);
        return List.of(
                new TestResult(
                        Watcher.PILE,
                        key.unit(),
                        key.kind().stored(),
                        Math.exp(best),
                        0,
                        () -> says(key, pile, steps)));
    }

    /** A unit's files, and how many of them were left lying. */
    private record Share(int left, int all) {
        double rate() {
            return (double) left / all;
        }
    }

    /**
     * Tests whether more cases are left lying here than in similar units; for piles that the clock
     * clears away.
     */
    private List<TestResult> beside(WaitsByUnit.Key key, Map<WaitsByUnit.Key, List<Wait>> queues) {
        if (!setting.knows(key.unit())) {
            return List.of();
        }
        var own = counted(queues.getOrDefault(key, List.of()));
        var left = own.stream().filter(this::isLeft).toList();
        if (left.size() < MIN_FILES) {
            return List.of();
        }
        var others = new ArrayList<Share>();
        queues.forEach((other, queue) -> {
            boolean like =
                    other.kind() == key.kind()
                            && !other.unit().equals(key.unit())
                            && setting.knows(other.unit())
                            && setting.rank(other.unit()).equals(setting.rank(key.unit()));
            var theirs = like ? counted(queue) : List.<Wait>of();
            if (!theirs.isEmpty()) {
                others.add(
                        new Share(
                                (int) theirs.stream().filter(this::isLeft).count(), theirs.size()));
            }
        });
        var strata = besides(new Share(left.size(), own.size()), others);
        var steps = own.stream().filter(Wait::isServed).toList();
        return strata.marks() == 0
                ? List.of()
                : List.of(
                        new TestResult(
                                Watcher.PILE,
                                key.unit(),
                                key.kind().stored(),
                                strata.chance(),
                                strata.least(),
                                () -> says(key, left, steps)));
    }

    private record Beside(int marks, double chance, double least) {}

    /**
     * Fisher's exact test against all others; or against all others but the one that leaves the
     * most, for one that has a pile or a cap hides another. Whichever is left out pays for having
     * been chosen, so the least of both, doubled, is a chance still.
     */
    private static Beside besides(Share own, List<Share> others) {
        var all = against(own, others);
        var worst = others.stream().max(Comparator.comparingDouble(Share::rate));
        if (others.size() < 2) {
            return new Beside(all.marks(), all.upper(), all.leastUpper());
        }
        var rest = new ArrayList<>(others);
        rest.remove(worst.orElseThrow());
        var without = against(own, rest);
        double price = 2.0 * others.size();
        return new Beside(
                Math.max(all.marks(), without.marks()),
                Math.min(1, Math.min(2 * all.upper(), price * without.upper())),
                Math.min(1, Math.min(2 * all.leastUpper(), price * without.leastUpper())));
    }

    private static StratifiedTest against(Share own, List<Share> others) {
        var strata = new StratifiedTest();
        strata.add(
                own.left(),
                own.all(),
                others.stream().mapToInt(Share::left).sum(),
                others.stream().mapToInt(Share::all).sum());
        return strata;
    }

    /** One wait a file that a unit did, or left for days. */
    private List<Wait> counted(List<Wait> queue) {
        return WaitsByUnit.once(queue).stream()
                .filter(w -> isLeft(w) || (w.isServed() && isLately(w)))
                .toList();
    }

    private boolean isLately(Wait wait) {
        return wait.until().filter(setting::isWithin).isPresent();
    }

    /**
     * Whether it waited for days without being done: it is still waiting, or the clock sent it up.
     */
    private boolean isLeft(Wait wait) {
        boolean left = wait.how() == Wait.How.LASTS || wait.how() == Wait.How.SENT_UP;
        var end = wait.until().orElse(setting.now());
        return left
                && !end.isBefore(setting.begin(setting.first()))
                && wait.from().isBefore(end.minus(MIN_DAYS, ChronoUnit.DAYS));
    }

    private double logBound(List<Wait> group, List<Wait> queue, List<Wait> steps) {
        int m = group.size();
        Instant last = group.getLast().from();
        int among = (int) queue.stream().filter(w -> !w.from().isAfter(last)).count();
        double log = ExactDistributions.logChoose(among, m) + Math.log(m * (m + 1.0) / MIN_FILES);
        for (var step : steps) {
            Instant at = step.until().orElseThrow();
            int passed = (int) group.stream().filter(f -> isPassed(f, step, at)).count();
            if (passed > 0) {
                int waiting =
                        (int) queue.stream().filter(w -> w.equals(step) || w.waits(at)).count();
                log += Math.log1p(-(double) passed / Math.max(passed + 1, waiting));
            }
        }
        return log;
    }

    /** Whether a step was on a younger file that the rule does not put first. */
    private static boolean isPassed(Wait file, Wait step, Instant at) {
        return file.from().isBefore(step.from())
                && file.waits(at)
                && !due(step).isBefore(due(file));
    }

    private static LocalDate due(Wait wait) {
        return wait.due().orElse(LocalDate.MAX);
    }

    private Saying says(WaitsByUnit.Key key, List<Wait> pile, List<Wait> steps) {
        var eldest = pile.getFirst();
        long younger = steps.stream().filter(s -> s.from().isAfter(eldest.from())).count();
        var sentence =
                ("%s: %d cases had no step for days, until their deadline or until today;"
                                + " meanwhile %d newer cases that were no more urgent moved on. The"
                                + " oldest arrived on %s.")
                        .formatted(
                                Quotas.upper(WaitsByUnit.words(key.kind())),
                                pile.size(),
                                younger,
                                setting.day(eldest.from()));
        return new Saying(
                sentence, setting.day(eldest.from()), pile.stream().map(Wait::file).toList());
    }
}
