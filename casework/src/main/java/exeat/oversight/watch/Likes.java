package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.Work;
import exeat.oversight.watch.Suspicion.Saying;
import exeat.oversight.watch.Treated.Burden;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Watches for like cases with unlike days or burdens, between units of one function and level. */
final class Likes {

    private static final double FEWEST = 2;
    private static final int FEWEST_STEPS = 5;

    private final Setting setting;
    private final Traces traces;
    private final Map<String, String> like = new HashMap<>();

    private Likes(Traces traces, Setting setting) {
        this.traces = traces;
        this.setting = setting;
        traces.treated().forEach(t -> like.put(t.file(), t.like()));
    }

    static List<Suspicion> of(Traces traces, Setting setting) {
        var likes = new Likes(traces, setting);
        var found = new ArrayList<Suspicion>();
        found.addAll(likes.burdens());
        found.addAll(likes.days());
        return found;
    }

    private List<Suspicion> burdens() {
        var found = new ArrayList<Suspicion>();
        var ranks =
                traces.treated().stream()
                        .filter(t -> setting.knows(t.unit()) && !isOld(t))
                        .collect(
                                Collectors.groupingBy(
                                        t -> setting.rank(t.unit()),
                                        TreeMap::new,
                                        Collectors.toList()));
        for (var rank : ranks.values()) {
            var units = rank.stream().map(Treated::unit).distinct().sorted().toList();
            for (var burden : Burden.values()) {
                units.forEach(unit -> found.addAll(burden(unit, burden, rank)));
            }
        }
        return found;
    }

    private boolean isOld(Treated treated) {
        return treated.at().isBefore(setting.begin(setting.first()));
    }

    private static List<Suspicion> burden(AuthorityId unit, Burden burden, List<Treated> rank) {
        var strata = new Strata();
        rank.stream()
                .collect(Collectors.groupingBy(Treated::like, TreeMap::new, Collectors.toList()))
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
        if (strata.marks() < FEWEST || shown.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Suspicion(
                        Watcher.UNLIKE_BURDEN,
                        unit,
                        burden.stored(),
                        strata.upper(),
                        strata.leastUpper(),
                        () -> says(burden, strata, shown)));
    }

    private static int marked(List<Treated> treated, Burden burden) {
        return (int) treated.stream().filter(t -> t.burdens().contains(burden)).count();
    }

    private Saying saysSlow(Queues.Key key, Strata strata, List<Wait> queue) {
        var sentence =
                String.format(
                        Locale.ROOT,
                        "%s: %d files moved where %.0f like files of the same age would have moved"
                                + " in like units.",
                        Quotas.upper(Queues.words(key.kind())),
                        strata.marks(),
                        strata.expected());
        var waiting = queue.stream().filter(w -> w.waits(setting.now())).map(Wait::file).toList();
        return new Saying(sentence, setting.first(), waiting);
    }

    private static Saying says(Burden burden, Strata strata, List<Treated> shown) {
        var sentence =
                String.format(
                        Locale.ROOT,
                        "%d files %s, where like files in like units would give %.1f.",
                        strata.marks(),
                        words(burden),
                        strata.expected());
        var zone = java.time.ZoneOffset.UTC;
        var since =
                shown.stream()
                        .map(t -> t.at().atZone(zone).toLocalDate())
                        .min(java.time.LocalDate::compareTo)
                        .orElseThrow();
        return new Saying(sentence, since, shown.stream().map(Treated::file).toList());
    }

    private static String words(Burden burden) {
        return switch (burden) {
            case ASKED -> "were asked for more";
            case HELD -> "were held";
            case SET_ASIDE -> "were set aside";
            case REFUSED -> "were refused";
        };
    }

    private List<Suspicion> days() {
        var found = new ArrayList<Suspicion>();
        var queues = Queues.of(traces.waits()).byKey();
        queues.forEach((key, queue) -> {
            if (key.kind() == Work.Kind.AUTHORISE && setting.knows(key.unit())) {
                found.addAll(days(key, queues));
            }
        });
        return found;
    }

    private List<Suspicion> days(Queues.Key key, Map<Queues.Key, List<Wait>> queues) {
        var ages = new Ages(setting);
        queues.forEach((other, queue) -> {
            boolean alike =
                    other.kind() == key.kind()
                            && setting.knows(other.unit())
                            && setting.rank(other.unit()).equals(setting.rank(key.unit()));
            if (alike) {
                for (var wait : Queues.once(queue)) {
                    ages.add(
                            like.getOrDefault(wait.file(), ""),
                            wait,
                            (w, _) -> w.unit().equals(key.unit()));
                }
            }
        });
        var strata = ages.strata();
        if (strata.expected() < FEWEST_STEPS) {
            return List.of();
        }
        var own = queues.getOrDefault(key, List.of());
        return List.of(
                new Suspicion(
                        Watcher.UNLIKE_DAYS,
                        key.unit(),
                        key.kind().stored(),
                        strata.lower(),
                        strata.leastLower(),
                        () -> saysSlow(key, strata, own)));
    }
}
