package exeat.desk.audit;

import exeat.oversight.ReportCounter;
import exeat.rules.authority.AuthorityId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What cases and issues give for reports, by directive and unit; see {@link ReportVerifier}. */
final class ReportCounts {

    /** A unit under a directive. */
    record Place(String directive, AuthorityId unit) {}

    private final Map<Place, Map<ReportCounter, Long>> cells = new HashMap<>();
    private final Map<Place, Long> issues = new HashMap<>();

    Map<Place, Map<ReportCounter, Long>> cells() {
        return cells;
    }

    Map<Place, Long> issues() {
        return issues;
    }

    Map<ReportCounter, Long> of(Place place) {
        return cells.computeIfAbsent(place, _ -> new HashMap<>());
    }

    /** What of it is under these directives. */
    ReportCounts of(Predicate<String> directives) {
        var counted = new ReportCounts();
        cells.forEach((place, counts) -> {
            if (directives.test(place.directive())) {
                counted.cells.put(place, counts);
            }
        });
        issues.forEach((place, n) -> {
            if (directives.test(place.directive())) {
                counted.issues.put(place, n);
            }
        });
        return counted;
    }

    void add(ReportCounts other, long times) {
        other.cells.forEach((place, counts) ->
                counts.forEach((cell, n) -> of(place).merge(cell, times * n, Long::sum)));
        other.issues.forEach((place, n) -> issues.merge(place, times * n, Long::sum));
    }

    /** Each counter no lower, or no higher, than in the other one. */
    void bound(ReportCounts other, boolean below) {
        other.cells.forEach((place, counts) ->
                counts.forEach((cell, n) -> of(place).merge(cell, n, (a, b) -> one(a, b, below))));
        other.issues.forEach((place, n) -> issues.merge(place, n, (a, b) -> one(a, b, below)));
    }

    private static long one(long a, long b, boolean below) {
        return below ? Math.min(a, b) : Math.max(a, b);
    }

    ReportCounts and(ReportCounts other) {
        var both = new ReportCounts();
        both.add(this, 1);
        both.add(other, 1);
        return both;
    }

    boolean isNothing() {
        return cells.values().stream().allMatch(of -> of.values().stream().allMatch(n -> n == 0))
                && issues.values().stream().allMatch(n -> n == 0);
    }
}
