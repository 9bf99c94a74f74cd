package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.watch.TestResult.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Watches for a slow-down: cases of the same age move less often than before. */
final class Slowdowns {

    private static final int LATELY = 7;
    private static final double MIN_EXPECTED = 5;

    private Slowdowns() {}

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        var found = new ArrayList<TestResult>();
        var from = setting.today().minusDays(LATELY);
        WaitsByUnit.of(traces.waits())
                .byKey()
                .forEach((key, queue) -> {
                    var ages = new AtRiskTable(setting);
                    WaitsByUnit.once(queue)
                            .forEach(wait -> ages.add("", wait, (w, day) -> !day.isBefore(from)));
                    var strata = ages.strata();
                    if (strata.expected() >= MIN_EXPECTED) {
                        found.add(
                                new TestResult(
                                        Watcher.SLOWER,
                                        key.unit(),
                                        key.kind().stored(),
                                        strata.lower(),
                                        strata.leastLower(),
                                        () -> says(key, strata, queue, setting)));
                    }
                });
        return found;
    }

    private static Saying says(
            WaitsByUnit.Key key, StratifiedTest strata, List<Wait> queue, WatchContext setting) {
        var sentence =
                String.format(
                        Locale.ROOT,
                        "%s: %d in the last seven days; at the pace of the three weeks before it"
                                + " would have been %.0f for cases of the same age.",
                        Quotas.upper(WaitsByUnit.words(key.kind())),
                        strata.marks(),
                        strata.expected());
        var files = queue.stream().filter(w -> w.waits(setting.now())).map(Wait::file).toList();
        return new Saying(sentence, setting.today().minusDays(LATELY), files);
    }
}
