package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.WorkItem;
import exeat.oversight.watch.Observation.BurdenKind;
import exeat.oversight.watch.TestResult.Saying;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Watches for similar cases that take longer or get more requirements in one unit than in others of
 * its function and level.
 */
final class LikeCases {

    private static final double MIN_EXPECTED = 2;
    private static final int MIN_STEPS = 5;

    private final WatchContext setting;
    private final CaseTraces traces;
    private final Map<String, String> like = new HashMap<>();

    private LikeCases(CaseTraces traces, WatchContext setting) {
        this.traces = traces;
        this.setting = setting;
        traces.treated().forEach(t -> like.put(t.file(), t.like()));
    }

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        var likes = new LikeCases(traces, setting);
        var found = new ArrayList<TestResult>();
        found.addAll(likes.burdens());
        found.addAll(likes.days());
        return found;
    }

    private List<TestResult> burdens() {
        var found = new ArrayList<TestResult>();
        var ranks =
                traces.treated().stream()
                        .filter(t -> setting.knows(t.unit()) && !isOld(t))
                        .collect(
                                Collectors.groupingBy(
                                        t -> setting.rank(t.unit()),
                                        TreeMap::new,
                                        Collectors.toList()));
        for (var rank : ranks.values()) {
            var units = rank.stream().map(Observation::unit).distinct().sorted().toList();
            for (var burden : BurdenKind.values()) {
                units.forEach(unit -> found.addAll(burden(unit, burden, rank)));
            }
        }
        return found;
    }

    private boolean isOld(Observation treated) {
        return treated.at().isBefore(setting.begin(setting.first()));
    }

    private static List<TestResult> burden(
            AuthorityId unit, BurdenKind burden, List<Observation> rank) {
        var strata = new StratifiedTest();
        rank.stream()
                .collect(
                        Collectors.groupingBy(Observation::like, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> {
                    var own = alike.stream().filter(t -> t.unit().equals(unit)).toList();
                    int marked = marked(own, burden);
                    strata.add(
                            marked,
                            own.size(),
                            marked(alike, burden) - marked,
                            alike.size() - own.size());
                });
        var shown =
                rank.stream()
                        .filter(t -> t.unit().equals(unit) && t.burdens().contains(burden))
                        .toList();
        if (strata.marks() < MIN_EXPECTED || shown.isEmpty()) {
            return List.of();
        }
        return List.of(
                new TestResult(
                        Watcher.UNLIKE_BURDEN,
                        unit,
                        burden.stored(),
                        strata.upper(),
                        strata.leastUpper(),
                        () -> says(burden, strata, shown)));
    }

    private static int marked(List<Observation> treated, BurdenKind burden) {
        return (int) treated.stream().filter(t -> t.burdens().contains(burden)).count();
    }

    private Saying saysSlow(WaitsByUnit.Key key, StratifiedTest strata, List<Wait> queue) {
        var sentence =
                String.format(
                        Locale.ROOT,
                        "%s: %d cases moved on, where %.0f similar cases of the same age would"
                                + " have moved on in similar units.",
                        Quotas.upper(WaitsByUnit.words(key.kind())),
                        strata.marks(),
                        strata.expected());
        var waiting = queue.stream().filter(w -> w.waits(setting.now())).map(Wait::file).toList();
        return new Saying(sentence, setting.first(), waiting);
    }

    private static Saying says(BurdenKind burden, StratifiedTest strata, List<Observation> shown) {
        var sentence =
                String.format(
                        Locale.ROOT,
                        "%d cases %s; in similar units it would be %.1f of the same cases.",
                        strata.marks(),
                        words(burden),
                        strata.expected());
        var zone = java.time.ZoneOffset.UTC;
        var since =
                shown.stream()
                        .map(t -> t.at().atZone(zone).toLocalDate())
                        .min(java.time.LocalDate::compareTo)
                        .orElseThrow();
        return new Saying(sentence, since, shown.stream().map(Observation::file).toList());
    }

    private static String words(BurdenKind burden) {
        return switch (burden) {
            case ASKED -> "were asked for more";
            case HELD -> "were held";
            case SET_ASIDE -> "were set aside";
            case REFUSED -> "were refused";
            case APPEARANCE -> "were asked to appear";
            case APPEARANCE_AGAIN -> "were asked to appear more than once";
        };
    }

    private List<TestResult> days() {
        var found = new ArrayList<TestResult>();
        var queues = WaitsByUnit.of(traces.waits()).byKey();
        queues.forEach((key, queue) -> {
            if (key.kind() == WorkItem.Kind.AUTHORISE && setting.knows(key.unit())) {
                found.addAll(days(key, queues));
            }
        });
        return found;
    }

    private List<TestResult> days(WaitsByUnit.Key key, Map<WaitsByUnit.Key, List<Wait>> queues) {
        var ages = new AtRiskTable(setting);
        queues.forEach((other, queue) -> {
            boolean alike =
                    other.kind() == key.kind()
                            && setting.knows(other.unit())
                            && setting.rank(other.unit()).equals(setting.rank(key.unit()));
            if (alike) {
                for (var wait : WaitsByUnit.once(queue)) {
                    ages.add(
                            like.getOrDefault(wait.file(), ""),
                            wait,
                            (w, _) -> w.unit().equals(key.unit()));
                }
            }
        });
        var strata = ages.strata();
        if (strata.expected() < MIN_STEPS) {
            return List.of();
        }
        var own = queues.getOrDefault(key, List.of());
        return List.of(
                new TestResult(
                        Watcher.UNLIKE_DAYS,
                        key.unit(),
                        key.kind().stored(),
                        strata.lower(),
                        strata.leastLower(),
                        () -> saysSlow(key, strata, own)));
    }
}
