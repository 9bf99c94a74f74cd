package exeat.rules.dmn.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A region, and the symbolic value of an expression there. */
record RegionValue(Region region, SymbolicValue shape) {

    /** The most cases that are composed. */
    static final int MAX_REGIONS = 4096;

    /** Merges the regions of cases with equal values where possible. */
    static List<RegionValue> merged(List<RegionValue> cases, List<FactDomain> domains)
            throws NotProvableException {
        Map<SymbolicValue, List<Region>> byShape = new LinkedHashMap<>();
        cases.forEach(one ->
                byShape.computeIfAbsent(one.shape(), first -> new ArrayList<>()).add(one.region()));
        var merged = new ArrayList<RegionValue>();
        byShape.forEach((shape, regions) ->
                Region.merged(regions, domains)
                        .forEach(region -> merged.add(new RegionValue(region, shape))));
        requireFew(merged.size());
        return merged;
    }

    static void requireFew(int cases) throws NotProvableException {
        if (cases > MAX_REGIONS) {
            throw new NotProvableException("it has more than " + MAX_REGIONS + " cases");
        }
    }
}
