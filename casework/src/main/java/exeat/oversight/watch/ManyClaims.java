package exeat.oversight.watch;

import static exeat.oversight.watch.ExactDistributions.binomialAtLeast;

import exeat.casework.value.Anomaly;
import exeat.casework.value.Watcher;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Watches for units that claim protection for many people at once, as nobody does who meets people
 * in need, but somebody does who wants them not to leave. Which files these are is not told.
 */
public final class ManyClaims {

    private ManyClaims() {}

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        Map<AuthorityId, Map<LocalDate, Set<String>>> units = new TreeMap<>();
        traces.claims().stream()
                .filter(claim -> setting.isWithin(claim.at()) && setting.knows(claim.unit()))
                .forEach(claim ->
                        units.computeIfAbsent(claim.unit(), _ -> new TreeMap<>())
                                .computeIfAbsent(setting.day(claim.at()), _ -> new HashSet<>())
                                .add(claim.file()));
        var found = new ArrayList<TestResult>();
        units.forEach((unit, days) -> found.add(test(unit, days)));
        return found;
    }

    /** Whether as many could have come on one day by chance, of all in the days looked at. */
    private static TestResult test(AuthorityId unit, Map<LocalDate, Set<String>> days) {
        var worst =
                days.entrySet().stream()
                        .max(Comparator.comparingInt(day -> day.getValue().size()))
                        .orElseThrow();
        int most = worst.getValue().size();
        int all = days.values().stream().mapToInt(Set::size).sum();
        return new TestResult(
                Watcher.MANY_CLAIMS,
                unit,
                "",
                chance(all, most),
                chance(all, all),
                () ->
                        new TestResult.Saying(
                                ("The unit claimed protection for people of %d applications on one"
                                                + " day, and of %d in four weeks.")
                                        .formatted(most, all),
                                worst.getKey(),
                                List.of()));
    }

    /**
     * Claims for somebody else for people of many applications within an hour, by whomever. It is a
     * count, without a test; one alarm a day.
     *
     * @param unit which protects
     * @param applications of how many, whether there are such or not
     */
    public static Anomaly atOnce(AuthorityId unit, int applications, LocalDate day) {
        return new Anomaly(
                Watcher.MANY_CLAIMS,
                unit,
                day.toString(),
                ("Within an hour protection was claimed for people of %d applications by others."
                                + " Which they are, and whether there are such, is not told. Hear"
                                + " those who are to be heard, and find out who claimed.")
                        .formatted(applications),
                "Applications within an hour are counted, from ten on, without a test.",
                0,
                day,
                List.of(),
                Optional.empty());
    }

    private static double chance(int all, int onOneDay) {
        return Math.min(1, Anomaly.DAYS * binomialAtLeast(all, onOneDay, 1.0 / Anomaly.DAYS));
    }
}
