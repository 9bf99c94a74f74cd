package exeat.rules.decide;

import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.PaperRow;
import java.util.List;

/** The five decisions of a pack. */
public record Tables(
        Table<RouteRow> route,
        Table<ClearanceDemand> clearances,
        Table<PaperRow> paper,
        Table<SetAsideRow> setAside,
        Table<String> documents) {

    List<Table<?>> all() {
        return List.of(route, clearances, paper, setAside, documents);
    }
}
