package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.watch.Suspicion.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Watches for officers who agree unread: within moments, or always. */
final class Stamps {

    private static final int FEWEST = 5;

    private final Setting setting;

    private Stamps(Setting setting) {
        this.setting = setting;
    }

    static List<Suspicion> of(Traces traces, Setting setting) {
        var stamps = new Stamps(setting);
        var found = new ArrayList<Suspicion>();
        traces.answered().stream()
                .filter(a -> setting.isWithin(a.answered()))
                .collect(Collectors.groupingBy(Answered::role, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(role -> found.addAll(stamps.role(role)));
        return found;
    }

    private List<Suspicion> role(List<Answered> role) {
        var found = new ArrayList<Suspicion>();
        Map<String, List<Answered>> officers =
                role.stream()
                        .collect(
                                Collectors.groupingBy(
                                        a -> a.officer().text(),
                                        TreeMap::new,
                                        Collectors.toList()));
        officers.values().stream()
                .filter(own -> own.size() >= FEWEST)
                .forEach(own -> {
                    found.add(quick(own, role));
                    found.add(always(own, role));
                });
        return found;
    }

    private Suspicion quick(List<Answered> own, List<Answered> role) {
        int quick = quick(own);
        int others = quick(role) - quick;
        var strata = new Strata();
        strata.add(quick, own.size(), others, role.size() - own.size());
        return suspicion(
                Watcher.RUBBER_STAMP,
                own,
                strata.upper(),
                strata.leastUpper(),
                "An officer agreed within two minutes %d of %d times; all others together %d of %d."
                        .formatted(quick, own.size(), others, role.size() - own.size()));
    }

    private Suspicion always(List<Answered> own, List<Answered> role) {
        int against = against(own);
        int others = against(role) - against;
        var strata = new Strata();
        strata.add(against, own.size(), others, role.size() - own.size());
        return suspicion(
                Watcher.NEVER_DISAGREES,
                own,
                strata.lower(),
                strata.leastLower(),
                "An officer disagreed %d of %d times; all others together %d of %d."
                        .formatted(against, own.size(), others, role.size() - own.size()));
    }

    private Suspicion suspicion(
            Watcher watcher, List<Answered> own, double chance, double least, String sentence) {
        var first = own.getFirst();
        var files = own.stream().map(Answered::file).toList();
        var since = own.stream().map(Answered::answered).min(java.time.Instant::compareTo);
        return new Suspicion(
                watcher,
                first.unit(),
                first.officer().text(),
                chance,
                least,
                () -> new Saying(sentence, setting.day(since.orElseThrow()), files));
    }

    private static int quick(List<Answered> of) {
        return (int) of.stream().filter(Answered::isWithinMoments).count();
    }

    private static int against(List<Answered> of) {
        return (int) of.stream().filter(a -> !a.agreed()).count();
    }
}
