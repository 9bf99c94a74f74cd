package exeat.rules;

/** The five decisions of a pack. */
record Tables(
        Table<RouteRow> route,
        Table<ClearanceDemand> clearances,
        Table<PaperRow> paper,
        Table<SetAsideRow> setAside,
        Table<String> documents) {}
