package exeat.rules.dmn.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A region, and what an expression is there. */
record Case(Region region, Shape shape) {

    /** More cases than this are not composed. */
    static final int MOST = 4096;

    /** The same cases, those of one value in as few regions as can be found. */
    static List<Case> merged(List<Case> cases, List<Domain> domains) throws NotProvable {
        Map<Shape, List<Region>> byShape = new LinkedHashMap<>();
        cases.forEach(one ->
                byShape.computeIfAbsent(one.shape(), first -> new ArrayList<>()).add(one.region()));
        var merged = new ArrayList<Case>();
        byShape.forEach((shape, regions) ->
                Region.merged(regions, domains)
                        .forEach(region -> merged.add(new Case(region, shape))));
        requireFew(merged.size());
        return merged;
    }

    static void requireFew(int cases) throws NotProvable {
        if (cases > MOST) {
            throw new NotProvable("it has more than " + MOST + " cases");
        }
    }
}
