package exeat.rules.decide;

import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.util.List;
import java.util.Optional;

/**
 * What the tables say of one set of matching rules: a finding without the case's own facts. What a
 * finding shows of it is worked out once, since there are few of these and many findings; its lists
 * are of a kind that a finding takes as they are.
 */
public final class Resolution {

    /**
     * What must be the same in every completion of unknown facts for the finding to stand.
     *
     * @param routes those that carry the outcome; a route to a lower one beside them is cited when
     *     it is known, but changes nothing for the traveller, who is therefore not asked about it
     */
    public record Substance(
            Outcome outcome,
            Purpose purpose,
            List<String> routes,
            Burden burden,
            List<String> instrumentsNotHeld,
            List<String> setAsideGrounds) {
        public Substance {
            routes = List.copyOf(routes);
            instrumentsNotHeld = List.copyOf(instrumentsNotHeld);
            setAsideGrounds = List.copyOf(setAsideGrounds);
        }
    }

    private final Substance substance;
    private final Optional<ReferReason> why;
    private final List<RouteRow> rows;
    private final List<Ground> grounds;
    private final List<String> routes;
    private final List<String> instrumentsNotHeld;

    /**
     * @param rows the rules of the table of routes that count, best outcome first
     */
    public Resolution(Substance substance, Optional<ReferReason> why, List<RouteRow> rows) {
        this.substance = substance;
        this.why = why;
        this.rows = List.copyOf(rows);
        this.grounds = List.copyOf(rows.stream().map(RouteRow::ground).toList());
        this.routes = List.copyOf(routes(rows));
        this.instrumentsNotHeld = List.copyOf(instrumentsNotHeld(rows));
    }

    public Substance substance() {
        return substance;
    }

    public Optional<ReferReason> why() {
        return why;
    }

    public List<RouteRow> rows() {
        return rows;
    }

    public List<Ground> grounds() {
        return grounds;
    }

    /** Every route that is cited, sorted. */
    public List<String> routes() {
        return routes;
    }

    public List<String> instrumentsNotHeld() {
        return instrumentsNotHeld;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resolution that
                && substance.equals(that.substance)
                && why.equals(that.why)
                && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * rows.hashCode() + substance.outcome().hashCode();
    }

    static List<String> routes(List<RouteRow> rows) {
        return rows.stream()
                .flatMap(row -> row.ground().route().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> instrumentsNotHeld(List<RouteRow> rows) {
        return rows.stream()
                .filter(row -> !row.instrumentHeld())
                .flatMap(row -> row.instrument().stream())
                .distinct()
                .toList();
    }
}
