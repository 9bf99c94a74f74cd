package exeat.rules.prove.unit;

import exeat.rules.ParsedPack;
import exeat.rules.authority.Authority;
import exeat.rules.authority.UnitFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Who gives the clearances that rules ask for. */
public final class ServingUnits {

    private ServingUnits() {}

    /**
     * A sentence for each function whose clearance the rules ask for, but that has no unit for some
     * addressed area. The issuer is asked instead, so somebody there must be able to give it.
     */
    public static List<String> missing(ParsedPack pack) {
        var division = pack.procedure().division();
        var tree = pack.procedure().authorities();
        if (!division.declared()) {
            return List.of();
        }
        var areas = new LinkedHashMap<UnitFunction, List<String>>();
        for (var demand : pack.tables().clearances().rows()) {
            var without =
                    tree.all().stream()
                            .filter(area -> area.supervises() && tree.isAddressed(area.id()))
                            .filter(area ->
                                    !tree.unitFor(area.id(), demand.function())
                                            .function()
                                            .equals(demand.function()))
                            .map(Authority::name)
                            .toList();
            if (!without.isEmpty()) {
                areas.put(demand.function(), without);
            }
        }
        return areas.entrySet().stream()
                .map(one ->
                        "%s gives the clearances of %s, because no unit of that function serves %s."
                                .formatted(
                                        tree.root().name(),
                                        one.getKey().word(),
                                        one.getValue().stream().collect(Collectors.joining(", "))))
                .toList();
    }
}
