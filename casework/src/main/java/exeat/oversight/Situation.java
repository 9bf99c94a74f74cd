package exeat.oversight;

import exeat.casework.Mandate;
import exeat.rules.AuthorityId;
import exeat.rules.AuthorityTree;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The situation of an authority and everything below it, on one day: every unit with every figure,
 * zero where there is nothing. Each traveller counts in one unit, so totals count nobody twice; the
 * waiting figures alone count pieces of work, since somebody can wait on several units.
 *
 * @param fewSeen whether the reader may see figures from 1 to 4; if not they are suppressed
 * @param units figures by unit, parents before children
 */
public record Situation(
        AuthorityId authority,
        LocalDate day,
        boolean fewSeen,
        SequencedMap<AuthorityId, Map<Figure, Shown>> units) {

    private static final List<Figure> WAITING =
            List.of(
                    Figure.WAITING_TO_7,
                    Figure.WAITING_TO_30,
                    Figure.WAITING_TO_90,
                    Figure.WAITING_OVER_90);

    public Situation {
        units = Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(units));
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
            Map<Cell, ? extends Number> cells,
            Map<AuthorityId, ? extends Number> openIssues,
            LocalDate day,
            boolean fewSeen) {
        var scope = Mandate.scope(tree, authority);
        var counts = new TreeMap<AuthorityId, Map<Figure, Long>>();
        scope.forEach(unit -> counts.put(unit, zeros()));
        cells.forEach((cell, n) -> add(counts, cell, n.longValue(), day));
        openIssues.forEach((unit, n) -> add(counts, unit, Figure.OPEN_ISSUES, n.longValue()));
        var shown = new java.util.LinkedHashMap<AuthorityId, Map<Figure, Shown>>();
        tree.all().stream()
                .filter(unit -> scope.contains(unit.id()))
                .forEach(unit ->
                        shown.put(
                                unit.id(),
                                shown(counts.getOrDefault(unit.id(), Map.of()), fewSeen)));
        return new Situation(authority, day, fewSeen, shown);
    }

    private static Map<Figure, Long> zeros() {
        var zeros = new EnumMap<Figure, Long>(Figure.class);
        for (var figure : Figure.values()) {
            zeros.put(figure, 0L);
        }
        return zeros;
    }

    private static void add(
            Map<AuthorityId, Map<Figure, Long>> counts, Cell cell, long n, LocalDate day) {
        if (cell.measure() == Measure.WAITING) {
            var age = ChronoUnit.DAYS.between(cell.began(), day);
            add(counts, cell.authority(), Figure.waiting(age), n);
            if (cell.due().filter(day::isAfter).isPresent()) {
                add(counts, cell.authority(), Figure.LATE, n);
            }
        } else {
            add(counts, cell.authority(), figure(cell.measure()), n);
        }
    }

    private static void add(
            Map<AuthorityId, Map<Figure, Long>> counts, AuthorityId unit, Figure figure, long n) {
        var figures = counts.get(unit);
        if (figures != null) {
            figures.merge(figure, n, Long::sum);
        }
    }

    private static Figure figure(Measure measure) {
        return switch (measure) {
            case RECEIVED -> Figure.RECEIVED;
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

    private static Map<Figure, Shown> shown(Map<Figure, Long> counts, boolean fewSeen) {
        var shown = new EnumMap<Figure, Shown>(Figure.class);
        counts.forEach(
                (figure, n) -> shown.put(figure, fewSeen ? Shown.exact(n) : Shown.suppressed(n)));
        return Collections.unmodifiableMap(shown);
    }

    /**
     * One unit's figure.
     *
     * @throws IllegalArgumentException if the unit is not below the authority
     */
    public Shown of(AuthorityId unit, Figure figure) {
        var figures = units.get(unit);
        if (figures == null || !figures.containsKey(figure)) {
            throw new IllegalArgumentException(unit + " is not in the report of " + authority);
        }
        return java.util.Objects.requireNonNull(figures.get(figure));
    }

    /** The authority's figure with everything below it. */
    public Shown total(Figure figure) {
        return Shown.total(units.keySet().stream().map(unit -> of(unit, figure)));
    }

    /** All work that waits on one unit, whatever its age. */
    public Shown waiting(AuthorityId unit) {
        return Shown.total(WAITING.stream().map(figure -> of(unit, figure)));
    }
}
