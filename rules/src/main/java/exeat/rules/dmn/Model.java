package exeat.rules.dmn;

import java.util.List;

/** The decision tables of one file, in its order. */
public record Model(String name, List<DecisionTable> tables) {
    public Model {
        tables = List.copyOf(tables);
    }
}
