package exeat.rules.decide;

import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.util.List;
import java.util.Optional;

/**
 * What the tables say of one set of matching rules: a finding without the case's own facts.
 *
 * @param rows the rules of the table of routes that count, best outcome first
 */
public record Resolution(Substance substance, Optional<ReferReason> why, List<RouteRow> rows) {

    /**
     * What has to agree in every completion of unknown facts for the finding to stand.
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
            List<String> setAsideGrounds) {}

    public Resolution {
        rows = List.copyOf(rows);
    }

    public List<Ground> grounds() {
        return rows.stream().map(RouteRow::ground).toList();
    }

    /** Every route that is cited, sorted. */
    public List<String> routes() {
        return routes(rows);
    }

    public List<String> instrumentsNotHeld() {
        return instrumentsNotHeld(rows);
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
