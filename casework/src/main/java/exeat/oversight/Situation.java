package exeat.oversight;

import exeat.casework.access.Mandate;
import exeat.casework.value.ReportFigures;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The situation of an authority and everything below it, on one day: every unit with every figure,
 * zero where there is nothing. Each traveller counts in one unit, so totals count nobody twice.
 * Only the waiting figures count pieces of work, because somebody can wait for several units.
 *
 * @param exact the units whose exact figures the reader may see: their own; for all others, small
 *     figures are suppressed. Of several directives together, the units of which one is exact
 * @param units figures by unit, parents before children
 * @param weeks for each unit and flow, first everything before the weeks counted one by one, then
 *     each of them
 */
public record Situation(
        AuthorityId authority,
        LocalDate day,
        Set<AuthorityId> exact,
        SequencedMap<AuthorityId, Map<Figure, FigureRange>> units,
        Map<AuthorityId, Map<WeeklyFlow, List<FigureRange>>> weeks) {

    private static final List<Figure> WAITING =
            List.of(
                    Figure.WAITING_TO_7,
                    Figure.WAITING_TO_30,
                    Figure.WAITING_TO_90,
                    Figure.WAITING_OVER_90);

    public Situation {
        exact = Collections.unmodifiableSet(new TreeSet<>(exact));
        units = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(units));
        weeks = Collections.unmodifiableMap(new TreeMap<>(weeks));
    }

    /**
     * The situation from the counters.
     *
     * @param cells the counters, at least those of the units in the authority's scope
     * @param openIssues how many issues each unit has to answer
     * @throws IllegalArgumentException if the authority is not in the tree
     */
    public static Situation of(
            AuthorityTree tree,
            AuthorityId authority,
            Map<ReportCounter, ? extends Number> cells,
            Map<AuthorityId, ? extends Number> openIssues,
            LocalDate day,
            boolean fewSeen) {
        var scope = Mandate.scope(tree, authority);
        var sums =
                cells.entrySet().stream()
                        .map(e -> CounterSum.of(e.getKey(), e.getValue().longValue(), day))
                        .toList();
        return of(tree, authority, sums, openIssues, day, fewSeen ? scope : Set.of());
    }

    /** The situation from counters that are added up already. */
    public static Situation of(
            AuthorityTree tree,
            AuthorityId authority,
            Collection<CounterSum> sums,
            Map<AuthorityId, ? extends Number> openIssues,
            LocalDate day,
            Set<AuthorityId> exact) {
        return of(tree, authority, Mandate.scope(tree, authority), counted(sums, openIssues, day))
                .on(day, exact);
    }

    private static Draft of(
            AuthorityTree tree,
            AuthorityId authority,
            Set<AuthorityId> scope,
            Map<AuthorityId, UnitCounts> counted) {
        var units = new LinkedHashMap<AuthorityId, UnitCounts>();
        tree.all().stream()
                .filter(unit -> scope.contains(unit.id()))
                .forEach(unit ->
                        units.put(
                                unit.id(), counted.getOrDefault(unit.id(), UnitCounts.nothing())));
        return new Draft(authority, units);
    }

    private record Draft(AuthorityId authority, SequencedMap<AuthorityId, UnitCounts> counted) {

        Situation on(LocalDate day, Set<AuthorityId> exact) {
            var units = new LinkedHashMap<AuthorityId, Map<Figure, FigureRange>>();
            var weeks = new TreeMap<AuthorityId, Map<WeeklyFlow, List<FigureRange>>>();
            counted.forEach((unit, counts) -> {
                var seen = exact.contains(unit) ? counts.exact() : Suppression.of(counts);
                units.put(unit, Collections.unmodifiableMap(seen.figures()));
                weeks.put(unit, Collections.unmodifiableMap(seen.weeks()));
            });
            return new Situation(authority, day, exact, units, weeks);
        }
    }

    private static Map<AuthorityId, UnitCounts> counted(
            Collection<CounterSum> sums,
            Map<AuthorityId, ? extends Number> openIssues,
            LocalDate day) {
        var counted = new TreeMap<AuthorityId, UnitCounts>();
        for (var sum : sums) {
            add(counted.computeIfAbsent(sum.unit(), _ -> UnitCounts.nothing()), sum, day);
        }
        openIssues.forEach((unit, n) ->
                counted.computeIfAbsent(unit, _ -> UnitCounts.nothing())
                        .add(Figure.OPEN_ISSUES, n.longValue()));
        return counted;
    }

    private static void add(UnitCounts counted, CounterSum sum, LocalDate day) {
        if (sum.measure() == Measure.WAITING) {
            counted.add(Figure.waiting(sum.age()), sum.n());
            if (sum.late()) {
                counted.add(Figure.LATE, sum.n());
            }
        } else {
            counted.add(figure(sum.measure()), sum.n());
        }
        var week = (int) ChronoUnit.WEEKS.between(CounterSum.before(day), sum.week());
        // What begins after the day of the report belongs to its last week.
        int place = Math.clamp(week, 0, CounterSum.WEEKS);
        WeeklyFlow.of(sum.measure()).ifPresent(flow -> counted.addTo(flow, place, sum.n()));
    }

    private static Figure figure(Measure measure) {
        return switch (measure) {
            case RECEIVED -> Figure.RECEIVED;
            case PASSED_ON -> Figure.PASSED_ON;
            case TAKEN_OVER -> Figure.TAKEN_OVER;
            case UNDER_WAY -> Figure.UNDER_WAY;
            case APPROVE_ALWAYS -> Figure.APPROVE_ALWAYS;
            case APPROVE_IN_GENERAL -> Figure.APPROVE_IN_GENERAL;
            case REFER -> Figure.REFER;
            case FOR_PERSON -> Figure.FOR_PERSON;
            case WAITING -> throw new IllegalStateException("waiting is counted by age");
            case REFERRED -> Figure.REFERRED;
            case HELD -> Figure.HELD;
            case REFUSED -> Figure.REFUSED;
            case SET_ASIDE -> Figure.SET_ASIDE;
            case REVOKED -> Figure.REVOKED;
            case WITHDRAWN -> Figure.WITHDRAWN;
            case AUTHORISED -> Figure.AUTHORISED;
            case DEPARTED -> Figure.DEPARTED;
            case SUSPENDED -> Figure.SUSPENDED;
            case DELAY -> Figure.DELAY;
            case JUMPED -> Figure.JUMPED;
        };
    }

    /**
     * What one authority has under several directives: for each unit the sum of the figures as they
     * are shown for each directive. So it says nothing that these do not say, and a reader who sees
     * one of them exactly cannot subtract it: the difference is no narrower than the other's band.
     *
     * @param parts of the same authority and day; a unit is in the sum if it is in one of them
     * @throws IllegalArgumentException if they are of several authorities or days, or there is none
     */
    public static Situation together(List<Situation> parts) {
        if (parts.stream().map(part -> part.authority + " " + part.day).distinct().count() != 1) {
            throw new IllegalArgumentException("not of one authority and day");
        }
        var units = new LinkedHashMap<AuthorityId, Map<Figure, FigureRange>>();
        var weeks = new TreeMap<AuthorityId, Map<WeeklyFlow, List<FigureRange>>>();
        var exact = new TreeSet<AuthorityId>();
        for (var part : parts) {
            exact.addAll(part.exact);
            part.units
                    .keySet()
                    .forEach(unit -> {
                        var in = parts.stream().filter(one -> one.units.containsKey(unit)).toList();
                        units.computeIfAbsent(unit, _ -> added(in, unit));
                        weeks.computeIfAbsent(unit, _ -> addedWeeks(in, unit));
                    });
        }
        var first = parts.getFirst();
        return new Situation(first.authority, first.day, exact, units, weeks);
    }

    private static Map<Figure, FigureRange> added(List<Situation> parts, AuthorityId unit) {
        var figures = new EnumMap<Figure, FigureRange>(Figure.class);
        for (var figure : Figure.values()) {
            figures.put(
                    figure, FigureRange.total(parts.stream().map(part -> part.of(unit, figure))));
        }
        return Collections.unmodifiableMap(figures);
    }

    private static Map<WeeklyFlow, List<FigureRange>> addedWeeks(
            List<Situation> parts, AuthorityId unit) {
        var flows = new EnumMap<WeeklyFlow, List<FigureRange>>(WeeklyFlow.class);
        for (var flow : WeeklyFlow.values()) {
            flows.put(
                    flow,
                    IntStream.rangeClosed(0, CounterSum.WEEKS)
                            .mapToObj(week ->
                                    FigureRange.total(
                                            parts.stream()
                                                    .map(part ->
                                                            part.week(List.of(unit), flow, week))))
                            .toList());
        }
        return Collections.unmodifiableMap(flows);
    }

    /**
     * The form that is stored in a sent report: without exact figures of any unit.
     *
     * @param log the newest checkpoint of the log
     * @param directive the one whose figures they are
     * @throws IllegalStateException if any unit's figures are exact in it: a broken invariant
     */
    public ReportFigures frozen(Optional<ReportFigures.LogHead> log, Optional<String> directive) {
        if (!exact.isEmpty()) {
            throw new IllegalStateException("exact figures of " + exact + " would be kept");
        }
        var kept = new TreeMap<AuthorityId, Map<String, ReportFigures.Band>>();
        units.forEach((unit, figures) -> {
            var bands = new TreeMap<String, ReportFigures.Band>();
            figures.forEach((figure, shown) -> {
                if (shown.most() > 0) {
                    bands.put(figure.stored(), band(shown));
                }
            });
            kept.put(unit, bands);
        });
        var flows = new TreeMap<String, List<ReportFigures.Band>>();
        for (var flow : WeeklyFlow.values()) {
            flows.put(flow.stored(), weekly(flow).stream().map(Situation::band).toList());
        }
        return new ReportFigures(day, kept, flows, log, directive);
    }

    private static ReportFigures.Band band(FigureRange shown) {
        return new ReportFigures.Band(shown.least(), shown.most());
    }

    /**
     * The situation as it was when a report was sent.
     *
     * @param tree the units of that time
     */
    public static Situation of(AuthorityTree tree, AuthorityId authority, ReportFigures frozen) {
        var units = new LinkedHashMap<AuthorityId, Map<Figure, FigureRange>>();
        tree.all().stream()
                .map(Authority::id)
                .filter(frozen.units()::containsKey)
                .forEach(unit -> units.put(unit, figures(frozen, unit)));
        var flows = new EnumMap<WeeklyFlow, List<FigureRange>>(WeeklyFlow.class);
        for (var flow : WeeklyFlow.values()) {
            var told = frozen.weeks().getOrDefault(flow.stored(), List.of());
            var untold = Math.max(0, CounterSum.WEEKS + 1 - told.size());
            var weeks = new ArrayList<>(Collections.nCopies(untold, FigureRange.exact(0)));
            told.forEach(band -> weeks.add(new FigureRange(band.least(), band.most())));
            flows.put(flow, weeks);
        }
        return new Situation(authority, frozen.day(), Set.of(), units, Map.of(authority, flows));
    }

    private static Map<Figure, FigureRange> figures(ReportFigures frozen, AuthorityId unit) {
        var bands = frozen.units().getOrDefault(unit, Map.of());
        var figures = new EnumMap<Figure, FigureRange>(Figure.class);
        for (var figure : Figure.values()) {
            var band = bands.getOrDefault(figure.stored(), new ReportFigures.Band(0, 0));
            figures.put(figure, new FigureRange(band.least(), band.most()));
        }
        return Collections.unmodifiableMap(figures);
    }

    /**
     * One unit's figure.
     *
     * @throws IllegalArgumentException if the unit is not below the authority
     */
    public FigureRange of(AuthorityId unit, Figure figure) {
        var figures = units.get(unit);
        if (figures == null || !figures.containsKey(figure)) {
            throw new IllegalArgumentException(unit + " is not in the report of " + authority);
        }
        return Objects.requireNonNull(figures.get(figure));
    }

    /** The authority's figure with everything below it. */
    public FigureRange total(Figure figure) {
        return total(units.keySet(), figure);
    }

    /** Some units' figure; of those that are in the report. */
    public FigureRange total(Collection<AuthorityId> some, Figure figure) {
        return FigureRange.total(
                some.stream().filter(units::containsKey).map(unit -> of(unit, figure)));
    }

    /** All work that waits on some units, whatever its age. */
    public FigureRange waiting(Collection<AuthorityId> some) {
        return FigureRange.total(WAITING.stream().map(figure -> total(some, figure)));
    }

    /** All work that waits on one unit, whatever its age. */
    public FigureRange waiting(AuthorityId unit) {
        return waiting(List.of(unit));
    }

    /** How many the rules, or after them a person, have decided. */
    public FigureRange decided(Collection<AuthorityId> some) {
        return FigureRange.total(
                Stream.of(Figure.APPROVE_ALWAYS, Figure.APPROVE_IN_GENERAL, Figure.REFER)
                        .map(figure -> total(some, figure)));
    }

    /** The Mondays of the weeks that charts and files show. */
    public List<LocalDate> mondays() {
        return CounterSum.mondays(day)
                .subList(CounterSum.WEEKS - CounterSum.SHOWN, CounterSum.WEEKS);
    }

    /** One flow of the whole authority, a figure for each of {@link #mondays}. */
    public List<FigureRange> weekly(WeeklyFlow flow) {
        return IntStream.rangeClosed(CounterSum.WEEKS - CounterSum.SHOWN + 1, CounterSum.WEEKS)
                .mapToObj(week -> week(weeks.keySet(), flow, week))
                .toList();
    }

    /**
     * One flow of some units in whole weeks: the sum of the weeks as they are shown, so that no
     * choice of dates tells more than the weeks do.
     *
     * @throws IllegalArgumentException if some of the weeks are not counted one by one
     */
    public FigureRange flow(Collection<AuthorityId> some, WeeklyFlow flow, ReportPeriod period) {
        var all = CounterSum.mondays(day);
        int first = all.indexOf(period.from());
        if (first < 0 || first + period.weeks() > all.size()) {
            throw new IllegalArgumentException(period + " is not in the weeks before " + day);
        }
        return FigureRange.total(
                IntStream.range(first, first + period.weeks())
                        .mapToObj(at -> week(some, flow, at + 1)));
    }

    private FigureRange week(Collection<AuthorityId> some, WeeklyFlow flow, int week) {
        return FigureRange.total(
                some.stream()
                        .map(weeks::get)
                        .filter(Objects::nonNull)
                        .map(of -> Objects.requireNonNull(of.get(flow)).get(week)));
    }
}
