package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.watch.TestResult.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Watches for officers who agree without reading: within moments, or always. */
final class RubberStamp {

    private static final int MIN_ANSWERS = 5;

    private final WatchContext setting;

    private RubberStamp(WatchContext setting) {
        this.setting = setting;
    }

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        var stamps = new RubberStamp(setting);
        var found = new ArrayList<TestResult>();
        traces.answered().stream()
                .filter(a -> setting.isWithin(a.answered()))
                .collect(
                        Collectors.groupingBy(Concurrence::role, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(role -> found.addAll(stamps.role(role)));
        return found;
    }

    private List<TestResult> role(List<Concurrence> role) {
        var found = new ArrayList<TestResult>();
        Map<String, List<Concurrence>> officers =
                role.stream()
                        .collect(
                                Collectors.groupingBy(
                                        a -> a.officer().text(),
                                        TreeMap::new,
                                        Collectors.toList()));
        officers.values().stream()
                .filter(own -> own.size() >= MIN_ANSWERS)
                .forEach(own -> {
                    found.add(quick(own, role));
                    found.add(always(own, role));
                });
        return found;
    }

    private TestResult quick(List<Concurrence> own, List<Concurrence> role) {
        int quick = quick(own);
        int others = quick(role) - quick;
        var strata = new StratifiedTest();
        strata.add(quick, own.size(), others, role.size() - own.size());
        return suspicion(
                Watcher.RUBBER_STAMP,
                own,
                strata.upper(),
                strata.leastUpper(),
                "An officer agreed within two minutes %d of %d times; all others together %d of %d."
                        .formatted(quick, own.size(), others, role.size() - own.size()));
    }

    private TestResult always(List<Concurrence> own, List<Concurrence> role) {
        int against = against(own);
        int others = against(role) - against;
        var strata = new StratifiedTest();
        strata.add(against, own.size(), others, role.size() - own.size());
        return suspicion(
                Watcher.NEVER_DISAGREES,
                own,
                strata.lower(),
                strata.leastLower(),
                "An officer disagreed %d of %d times; all others together %d of %d."
                        .formatted(against, own.size(), others, role.size() - own.size()));
    }

    private TestResult suspicion(
            Watcher watcher, List<Concurrence> own, double chance, double least, String sentence) {
        var first = own.getFirst();
        var files = own.stream().map(Concurrence::file).toList();
        var since = own.stream().map(Concurrence::answered).min(java.time.Instant::compareTo);
        return new TestResult(
                watcher,
                first.unit(),
                first.officer().text(),
                chance,
                least,
                () -> new Saying(sentence, setting.day(since.orElseThrow()), files));
    }

    private static int quick(List<Concurrence> of) {
        return (int) of.stream().filter(Concurrence::isWithinMoments).count();
    }

    private static int against(List<Concurrence> of) {
        return (int) of.stream().filter(a -> !a.agreed()).count();
    }
}
