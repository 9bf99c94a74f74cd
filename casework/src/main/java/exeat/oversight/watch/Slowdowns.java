package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.watch.Suspicion.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Watches for a slow-down: files of the same age move less often than they did. */
final class Slowdowns {

    private static final int LATELY = 7;
    private static final double FEWEST = 5;

    private Slowdowns() {}

    static List<Suspicion> of(Traces traces, Setting setting) {
        var found = new ArrayList<Suspicion>();
        var from = setting.today().minusDays(LATELY);
        Queues.of(traces.waits())
                .byKey()
                .forEach((key, queue) -> {
                    var ages = new Ages(setting);
                    Queues.once(queue)
                            .forEach(wait -> ages.add("", wait, (w, day) -> !day.isBefore(from)));
                    var strata = ages.strata();
                    if (strata.expected() >= FEWEST) {
                        found.add(
                                new Suspicion(
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

    private static Saying says(Queues.Key key, Strata strata, List<Wait> queue, Setting setting) {
        var sentence =
                String.format(
                        Locale.ROOT,
                        "%s: %d in the last seven days, where files of the same age would have had"
                                + " %.0f at the pace of the three weeks before.",
                        Quotas.upper(Queues.words(key.kind())),
                        strata.marks(),
                        strata.expected());
        var files = queue.stream().filter(w -> w.waits(setting.now())).map(Wait::file).toList();
        return new Saying(sentence, setting.today().minusDays(LATELY), files);
    }
}
