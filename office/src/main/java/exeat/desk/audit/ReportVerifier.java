package exeat.desk.audit;

import exeat.casework.access.Mandate;
import exeat.casework.event.ReportEvent;
import exeat.casework.state.AlarmState;
import exeat.casework.state.BriefingState;
import exeat.casework.state.CaseState;
import exeat.casework.state.IssueState;
import exeat.casework.state.ReportState;
import exeat.casework.state.State;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.projection.Projections;
import exeat.desk.register.DirectiveRegister;
import exeat.oversight.CaseCounters;
import exeat.oversight.Figure;
import exeat.oversight.ReportCounter;
import exeat.oversight.Situation;
import exeat.oversight.WeeklyFlow;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.store.OfficeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recalculates the figures of sent reports from the cases as they were then. A report names a
 * checkpoint of the log. Its figures must count everything covered by that checkpoint; entries
 * between the checkpoint and the report may be counted or not. So without such entries the figures
 * must match exactly; with some, they must be possible.
 *
 * <p>A report says whose directive's cases it counts. One from before figures were kept by
 * directive does not, and counts those of all directives at its units.
 *
 * <p>The earlier state of a case that has since been erased is unknown: for each of its travellers
 * any figure may have been higher by one.
 */
final class ReportVerifier {

    /** In the order of their checkpoints. */
    private final List<Filed> filed;

    private final DirectiveRegister register;

    /** Changes covered by a report's checkpoint but not by that of the report before it. */
    private final List<ReportCounts> moved = new ArrayList<>();

    /** By report, the least and the most that the optional changes can add. */
    private final List<ReportCounts> least = new ArrayList<>();

    private final List<ReportCounts> most = new ArrayList<>();

    /** By report, the number of travellers whose earlier state is unknown. */
    private final long[] unknown;

    /** The latest place of any of the reports up to one. */
    private final long[] latest;

    private boolean broken;

    /**
     * A report as it was sent.
     *
     * @param where its step, as {@code report/...#3}
     * @param place the step's place in the log; greater than all others while it waits for one
     */
    record Filed(String where, ReportId id, Instant at, long place, ReportEvent.ReportSent sent) {

        /** Everything before this place is counted in it. */
        long size() {
            return sent.figures().log().map(ReportFigures.LogHead::size).orElse(0L);
        }

        /** Whether it counts cases of this directive: its own, or any where it does not say so. */
        boolean counts(String directive) {
            return sent.figures().directive().map(directive::equals).orElse(true);
        }
    }

    /** A stream after a step, whose place in the log this is. */
    record Step(long place, State after) {}

    ReportVerifier(List<Filed> reports, DirectiveRegister register) {
        this.filed = reports.stream().sorted(Comparator.comparingLong(Filed::size)).toList();
        this.register = register;
        unknown = new long[filed.size()];
        latest = new long[filed.size()];
        for (int n = 0; n < filed.size(); n++) {
            moved.add(new ReportCounts());
            least.add(new ReportCounts());
            most.add(new ReportCounts());
            latest[n] = Math.max(n == 0 ? 0 : latest[n - 1], filed.get(n).place());
        }
    }

    /** A stream has faults, so no figures can be calculated. */
    void broken() {
        broken = true;
    }

    /**
     * One stream.
     *
     * @param first the place of its first step
     * @param steps from the first readable one
     */
    void take(long first, List<Step> steps) {
        if (filed.isEmpty() || steps.isEmpty()) {
            return;
        }
        var told = steps.getFirst().place();
        if (first != told) {
            long people =
                    steps.getFirst().after() instanceof CaseState c ? c.travellers().size() : 1;
            var directive = Projections.directiveOf(steps.getFirst().after());
            for (int n = 0; n < filed.size() && filed.get(n).size() <= told; n++) {
                var report = filed.get(n);
                boolean counts = report.place() > first && report.counts(directive);
                unknown[n] += counts ? people : 0;
            }
        }
        var before = new ReportCounts();
        for (int n = 0; n < steps.size(); n++) {
            int at = report(steps.get(n).place());
            boolean isLast = n + 1 == steps.size() || report(steps.get(n + 1).place()) != at;
            if (isLast && at < filed.size()) {
                var now = counts(steps.get(n).after());
                moved.get(at).add(now, 1);
                moved.get(at).add(before, -1);
                before = now;
            }
        }
        var between = new TreeSet<Integer>();
        steps.forEach(step -> between.addAll(between(step.place())));
        between.forEach(n -> between(n, steps));
    }

    /** The first report whose checkpoint covers a place. */
    private int report(long place) {
        int from = 0;
        int to = filed.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (filed.get(middle).size() > place) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** The reports that come after a place but whose checkpoint does not cover it. */
    private Set<Integer> between(long place) {
        var found = new HashSet<Integer>();
        for (int n = report(place) - 1; n >= 0 && latest[n] > place; n--) {
            if (filed.get(n).place() > place) {
                found.add(n);
            }
        }
        return found;
    }

    /** A stream may have been counted up to any of its steps between checkpoint and report. */
    private void between(int n, List<Step> steps) {
        var report = filed.get(n);
        var before = new ReportCounts();
        var low = new ReportCounts();
        var high = new ReportCounts();
        for (var step : steps) {
            if (step.place() < report.size()) {
                before = counts(step.after());
            } else if (step.place() < report.place()) {
                var change = new ReportCounts();
                change.add(counts(step.after()), 1);
                change.add(before, -1);
                low.bound(change, true);
                high.bound(change, false);
            }
        }
        // Not counted at all is possible too.
        low.bound(zeros(low), true);
        high.bound(zeros(high), false);
        least.get(n).add(low, 1);
        most.get(n).add(high, 1);
    }

    private static ReportCounts zeros(ReportCounts of) {
        var zeros = new ReportCounts();
        zeros.add(of, 0);
        return zeros;
    }

    private ReportCounts counts(State state) {
        var counts = new ReportCounts();
        var under = Projections.directiveOf(state);
        switch (state) {
            case CaseState c ->
                    CaseCounters.changes(
                                    Optional.empty(), c, register.directive(c.directive()).limits())
                            .forEach(change ->
                                    counts.of(
                                                    new ReportCounts.Place(
                                                            under, change.cell().authority()))
                                            .merge(
                                                    change.cell(),
                                                    (long) change.delta(),
                                                    Long::sum));
            case IssueState issue -> {
                if (issue.answer().isEmpty()) {
                    counts.issues()
                            .merge(new ReportCounts.Place(under, issue.holder()), 1L, Long::sum);
                }
            }
            case BriefingState _, AlarmState _, ReportState _ -> {}
        }
        return counts;
    }

    /**
     * The faults.
     *
     * @param heads the root of each signed head, by its size
     */
    List<IntegrityAudit.Fault> faults(Map<Long, String> heads) {
        var faults = new ArrayList<IntegrityAudit.Fault>();
        if (broken) {
            return faults;
        }
        var counted = new ReportCounts();
        for (int n = 0; n < filed.size(); n++) {
            counted.add(moved.get(n), 1);
            var report = filed.get(n);
            try {
                wrong(n, counted, heads)
                        .ifPresent(what ->
                                faults.add(
                                        new IntegrityAudit.Fault("report", report.where(), what)));
            } catch (OfficeException missing) {
                faults.add(
                        new IntegrityAudit.Fault(
                                "report", report.where(), "its directive is missing"));
            }
        }
        return faults;
    }

    private Optional<String> wrong(int n, ReportCounts counted, Map<Long, String> heads) {
        var report = filed.get(n);
        var frozen = report.sent().figures();
        var head = frozen.log();
        if (head.isPresent() && !head.get().root().equals(heads.get(head.get().size()))) {
            return Optional.of("the log checkpoint that it names was never signed");
        }
        if (!frozen.directive().map(report.id().directive()::equals).orElse(true)) {
            return Optional.of("its figures are those of another directive");
        }
        var directive = register.directive(report.sent().directive());
        var day = LocalDate.ofInstant(report.at(), directive.vocabulary().zone());
        // Figures are taken before the report is written, so perhaps before midnight.
        if (!Set.of(day, day.minusDays(1)).contains(frozen.day())) {
            return Optional.of("its figures are for another day");
        }
        var tree = directive.authorities();
        var now = counted.of(report::counts);
        var fewer = least.get(n).of(report::counts);
        var more = most.get(n).of(report::counts);
        var low = now.and(fewer);
        var high = now.and(more);
        if (List.of(now, low, high).stream()
                .anyMatch(counts -> hidden(tree, report, counts).equals(frozen))) {
            return Optional.empty();
        }
        boolean open =
                unknown[n] > 0 || !fewer.isNothing() || !more.isNothing() || isEarlier(frozen);
        return open ? impossible(n, tree, low, high) : different(tree, report, now);
    }

    /**
     * Whether it was sent by a version that counted less and had other bands; then each band only
     * has to hold what the cases give.
     */
    private static boolean isEarlier(ReportFigures frozen) {
        return !frozen.weeks().containsKey(WeeklyFlow.REFUSED.stored());
    }

    /** Figures that no earlier version counted. */
    private static final Set<Figure> LATER = EnumSet.of(Figure.PASSED_ON, Figure.TAKEN_OVER);

    private static Situation situation(
            AuthorityTree tree, Filed report, ReportCounts counts, boolean exact) {
        var scope = Mandate.scope(tree, report.id().unit());
        var cells = new HashMap<ReportCounter, Long>();
        counts.cells()
                .forEach((place, of) -> {
                    if (scope.contains(place.unit())) {
                        of.forEach((cell, n) -> cells.merge(cell, n, Long::sum));
                    }
                });
        var issues = new HashMap<AuthorityId, Long>();
        counts.issues().forEach((place, n) -> issues.merge(place.unit(), n, Long::sum));
        var day = report.sent().figures().day();
        return Situation.of(tree, report.id().unit(), cells, issues, day, exact);
    }

    private static ReportFigures hidden(AuthorityTree tree, Filed report, ReportCounts counts) {
        var figures = report.sent().figures();
        return situation(tree, report, counts, false).frozen(figures.log(), figures.directive());
    }

    /** No entries in between: names the first figure that differs, without exact values. */
    private static Optional<String> different(
            AuthorityTree tree, Filed report, ReportCounts counted) {
        var must = hidden(tree, report, counted);
        var is = report.sent().figures();
        if (!must.units().keySet().equals(is.units().keySet())) {
            return Optional.of("its units are not the units below " + report.id().unit());
        }
        for (var unit : must.units().keySet()) {
            for (var figure : Figure.values()) {
                var should = band(must, unit, figure);
                var told = band(is, unit, figure);
                if (!should.equals(told)) {
                    return Optional.of(
                            "%s of %s is %s, but the cases give %s"
                                    .formatted(figure, unit, text(told), text(should)));
                }
            }
        }
        return Optional.of("its weekly figures differ from what the cases give");
    }

    private static ReportFigures.Band band(ReportFigures frozen, AuthorityId unit, Figure figure) {
        return frozen.units()
                .getOrDefault(unit, Map.of())
                .getOrDefault(figure.stored(), new ReportFigures.Band(0, 0));
    }

    private static String text(ReportFigures.Band band) {
        return band.least() == band.most()
                ? Long.toString(band.least())
                : band.least() + "-" + band.most();
    }

    private Optional<String> impossible(
            int n, AuthorityTree tree, ReportCounts low, ReportCounts high) {
        var report = filed.get(n);
        var frozen = report.sent().figures();
        var from = situation(tree, report, low, true);
        var to = situation(tree, report, high, true);
        for (var unit : from.units().keySet()) {
            for (var figure : Figure.values()) {
                if (LATER.contains(figure) && isEarlier(frozen)) {
                    continue;
                }
                // Somebody may count for several delays of one unit.
                boolean open = unknown[n] > 0 && figure == Figure.DELAY;
                var band = band(frozen, unit, figure);
                long most = to.of(unit, figure).most() + unknown[n];
                boolean isTooMany = !open && band.least() > most;
                if (isTooMany || band.most() < from.of(unit, figure).least()) {
                    return Optional.of(
                            "%s of %s is %s, which it was at no time"
                                    .formatted(figure, unit, text(band)));
                }
            }
        }
        for (var flow : WeeklyFlow.values()) {
            var weeks = frozen.weeks().getOrDefault(flow.stored(), List.of());
            for (int week = 0; week < weeks.size(); week++) {
                var band = Objects.requireNonNull(weeks.get(week));
                if (band.most() < from.weekly(flow).get(week).least()
                        || band.least() > to.weekly(flow).get(week).most() + unknown[n]) {
                    return Optional.of(
                            "%s in its week %d is %s, which it was at no time"
                                    .formatted(flow, week + 1, text(band)));
                }
            }
        }
        return frozen.units().keySet().equals(from.units().keySet())
                ? Optional.empty()
                : Optional.of("its units are not the units below " + report.id().unit());
    }
}
