package exeat.oversight;

import exeat.casework.decide.Reevaluation;
import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Finding;
import exeat.rules.finding.FindingDifference;
import exeat.rules.finding.FindingDifference.Direction;
import exeat.rules.finding.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many travellers would get a different finding under another version of a directive, counted
 * so that no small figure points at a person.
 *
 * @param lines only for differences and for travellers who cannot be decided
 * @param same travellers whose finding would be the same
 */
public record CaseloadImpact(List<Line> lines, FigureRange same) {

    /**
     * Travellers whose finding would change in the same way.
     *
     * @param unit that has their files
     * @param open whether anything can still happen to them
     * @param after empty where the version does not allow a value that they have
     */
    public record Line(
            AuthorityId unit,
            boolean open,
            Outcome before,
            String after,
            String way,
            FigureRange n) {}

    public CaseloadImpact {
        lines = List.copyOf(lines);
    }

    /** One traveller whose finding would change. */
    public record One(
            int traveller, Stage stage, Finding before, Finding after, FindingDifference how) {}

    private record Key(AuthorityId unit, boolean open, Outcome before, String after, String way) {}

    /** Every traveller in a case for whom something would be better or worse. */
    public static List<One> of(CaseState state, Directive version) {
        return state.travellers().values().stream()
                .filter(t -> !t.protectionClaimed())
                .flatMap(t ->
                        t.finding().stream()
                                .flatMap(was ->
                                        Reevaluation.decide(state, t, version).stream()
                                                .map(is ->
                                                        new One(
                                                                t.no().number(),
                                                                t.stage(),
                                                                was,
                                                                is,
                                                                FindingDifference.between(
                                                                        was, is)))))
                .filter(one -> one.how().direction() != Direction.SAME)
                .toList();
    }

    /** Counts while files are read one after another; for one thread. */
    public static final class Count {

        private final Directive version;
        private final Map<Key, Long> counts =
                new TreeMap<>(
                        Comparator.comparing(Key::unit)
                                .thenComparing(Key::open)
                                .thenComparing(Key::before)
                                .thenComparing(Key::after)
                                .thenComparing(Key::way));
        private long same;

        public Count(Directive version) {
            this.version = version;
        }

        public void add(CaseState state) {
            for (var traveller : state.travellers().values()) {
                if (traveller.finding().isEmpty() || traveller.protectionClaimed()) {
                    continue;
                }
                var before = traveller.finding().get();
                var after = Reevaluation.decide(state, traveller, version);
                var way =
                        after.map(is -> FindingDifference.between(before, is).direction().name())
                                .orElse("UNDECIDABLE");
                if (way.equals(Direction.SAME.name())) {
                    same++;
                    continue;
                }
                var key =
                        new Key(
                                state.holder(),
                                !StageTransitions.ENDS.contains(traveller.stage()),
                                before.outcome(),
                                after.map(is -> is.outcome().name()).orElse(""),
                                way);
                counts.merge(key, 1L, Long::sum);
            }
        }

        /** What was counted, with every figure from 1 to 4 suppressed. */
        public CaseloadImpact done() {
            var lines =
                    counts.entrySet().stream()
                            .map(e -> line(e.getKey(), FigureRange.suppressed(e.getValue())))
                            .toList();
            return new CaseloadImpact(lines, FigureRange.suppressed(same));
        }

        private static Line line(Key key, FigureRange n) {
            return new Line(key.unit(), key.open(), key.before(), key.after(), key.way(), n);
        }
    }

    /** How many would change in one way, calculated from the figures shown. */
    public FigureRange total(Direction way) {
        return FigureRange.total(each(way));
    }

    private Stream<FigureRange> each(Direction way) {
        return lines.stream().filter(line -> line.way().equals(way.name())).map(Line::n);
    }
}
