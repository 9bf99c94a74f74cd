package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.WorkItem;
import exeat.oversight.watch.TestResult.Saying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Watches for an undisclosed cap: the same number every day while cases are left over. */
final class Quotas {

    private static final Set<WorkItem.Kind> APPROVING =
            Set.of(WorkItem.Kind.AUTHORISE, WorkItem.Kind.CLEAR, WorkItem.Kind.DECIDE);

    private static final int MIN_DAYS = 8;

    /** The largest number of recent days with cases left over that is used. */
    private static final List<Integer> LATELY = List.of(8, 12, 18);

    private final WatchContext setting;
    private final Set<LocalDate> worked;

    private Quotas(WatchContext setting, Set<LocalDate> worked) {
        this.setting = setting;
        this.worked = worked;
    }

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        // A day on which no unit did anything is a holiday and says nothing.
        var worked = new TreeSet<LocalDate>();
        for (var wait : traces.waits()) {
            wait.until()
                    .filter(end -> wait.isServed() && setting.isWithin(end))
                    .ifPresent(end -> worked.add(setting.day(end)));
        }
        var quotas = new Quotas(setting, worked);
        var found = new ArrayList<TestResult>();
        WaitsByUnit.of(traces.waits())
                .byKey()
                .forEach((key, queue) -> {
                    if (APPROVING.contains(key.kind())) {
                        quotas.look(key, queue).stream().forEach(found::add);
                    }
                });
        return found;
    }

    /**
     * One day on which files were left over.
     *
     * @param left those that were there in the morning and still in the evening
     */
    private record Day(LocalDate day, int served, int left) {}

    /**
     * A cap may begin on any day, after days without one. So several lengths of recent days are
     * tested, each as a test of its own.
     */
    private List<TestResult> look(WaitsByUnit.Key key, List<Wait> queue) {
        var all = worked.stream().map(day -> day(day, queue)).filter(d -> d.left() > 0).toList();
        var found = new ArrayList<TestResult>();
        for (int last : LATELY) {
            if (last < all.size()) {
                test(key, all.subList(all.size() - last, all.size()), queue).ifPresent(found::add);
            }
        }
        test(key, all, queue).ifPresent(found::add);
        return found;
    }

    private Optional<TestResult> test(WaitsByUnit.Key key, List<Day> days, List<Wait> queue) {
        var counts = days.stream().mapToInt(Day::served).toArray();
        int sum = days.stream().mapToInt(Day::served).sum();
        if (counts.length < MIN_DAYS || sum < counts.length) {
            return Optional.empty();
        }
        var even = new DispersionTest(counts);
        return Optional.of(
                new TestResult(
                        Watcher.QUOTA,
                        key.unit(),
                        key.kind().stored(),
                        even.chance(),
                        even.least(),
                        () -> says(key, days, queue)));
    }

    private Day day(LocalDate day, List<Wait> queue) {
        var morning = setting.begin(day);
        var evening = setting.begin(day.plusDays(1));
        int served = 0;
        int left = 0;
        for (var wait : queue) {
            if (wait.isServed()
                    && wait.until()
                            .filter(end -> !end.isBefore(morning) && end.isBefore(evening))
                            .isPresent()) {
                served++;
            }
            if (wait.waits(morning) && wait.waits(evening)) {
                left++;
            }
        }
        return new Day(day, served, left);
    }

    private Saying says(WaitsByUnit.Key key, List<Day> days, List<Wait> queue) {
        int most = days.stream().mapToInt(Day::served).max().orElseThrow();
        long full = days.stream().filter(day -> day.served() == most).count();
        long near = days.stream().filter(day -> day.served() >= most - 1).count();
        int left = days.getLast().left();
        var sentence =
                ("%s: never more than %d a day, although cases were left over at the end of each"
                                + " of these %d days; exactly %d on %d of them, and %d or one fewer on"
                                + " %d. On %s it left %d waiting.")
                        .formatted(
                                upper(WaitsByUnit.words(key.kind())),
                                most,
                                days.size(),
                                most,
                                full,
                                most,
                                near,
                                days.getLast().day(),
                                left);
        var files = queue.stream().filter(w -> w.waits(setting.now())).map(Wait::file).toList();
        return new Saying(sentence, days.getFirst().day(), files);
    }

    static String upper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
