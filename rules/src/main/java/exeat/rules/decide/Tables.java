package exeat.rules.decide;

import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.PaperRow;

/** The five decisions of a pack. */
public record Tables(
        Table<RouteRow> route,
        Table<ClearanceDemand> clearances,
        Table<PaperRow> paper,
        Table<SetAsideRow> setAside,
        Table<String> documents) {}
