package exeat.oversight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The counts of one unit, before suppression.
 *
 * @param figures every figure, also one that is zero
 * @param weeks for each flow, first everything before the weeks counted one by one, then each
 */
record UnitCounts(Map<Figure, Long> figures, Map<WeeklyFlow, long[]> weeks) {

    static UnitCounts nothing() {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        for (var figure : Figure.values()) {
            figures.put(figure, 0L);
        }
        var weeks = new EnumMap<WeeklyFlow, long[]>(WeeklyFlow.class);
        for (var flow : WeeklyFlow.values()) {
            weeks.put(flow, new long[CounterSum.WEEKS + 1]);
        }
        return new UnitCounts(figures, weeks);
    }

    void add(Figure figure, long n) {
        figures.merge(figure, n, Long::sum);
    }

    void addTo(WeeklyFlow flow, int week, long n) {
        of(flow)[week] += n;
    }

    long of(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }

    long[] of(WeeklyFlow flow) {
        return weeks.getOrDefault(flow, new long[CounterSum.WEEKS + 1]);
    }

    /** The figures for a reader who may see them exactly. */
    Seen exact() {
        var shown = new EnumMap<Figure, FigureRange>(Figure.class);
        figures.forEach((figure, n) -> shown.put(figure, FigureRange.exact(n)));
        var flows = new EnumMap<WeeklyFlow, List<FigureRange>>(WeeklyFlow.class);
        weeks.forEach((flow, counts) ->
                flows.put(
                        flow,
                        IntStream.range(0, counts.length)
                                .mapToObj(week -> FigureRange.exact(counts[week]))
                                .toList()));
        return new Seen(shown, flows);
    }

    /** What a reader sees of a unit. */
    record Seen(Map<Figure, FigureRange> figures, Map<WeeklyFlow, List<FigureRange>> weeks) {}
}
