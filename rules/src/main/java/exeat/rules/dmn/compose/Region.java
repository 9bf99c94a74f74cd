package exeat.rules.dmn.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A box of facts: for each restricted fact, the allowed values.
 *
 * @param sets by fact; never empty, and never all values
 */
record Region(SortedMap<Integer, IntervalSet> sets) {

    static final Region ALL = new Region(new TreeMap<>());

    Region {
        sets = new TreeMap<>(sets);
    }

    /** The values of a fact in this region. */
    IntervalSet of(int fact, List<FactDomain> domains) {
        var own = sets.get(fact);
        return own == null ? domains.get(fact).all() : own;
    }

    /** The part of this region where a fact has one of these values; empty if there is none. */
    Optional<Region> with(int fact, IntervalSet values, List<FactDomain> domains) {
        var left = of(fact, domains).and(values);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(set(fact, left, domains));
    }

    private Region set(int fact, IntervalSet values, List<FactDomain> domains) {
        var narrowed = new TreeMap<>(sets);
        if (values.equals(domains.get(fact).all())) {
            narrowed.remove(fact);
        } else {
            narrowed.put(fact, values);
        }
        return new Region(narrowed);
    }

    Optional<Region> and(Region other, List<FactDomain> domains) {
        var both = Optional.of(this);
        for (var narrowed : other.sets.entrySet()) {
            both = both.flatMap(r -> r.with(narrowed.getKey(), narrowed.getValue(), domains));
        }
        return both;
    }

    /** The difference, as disjoint boxes. */
    List<Region> minus(Region other, List<FactDomain> domains) {
        var pieces = new ArrayList<Region>();
        var rest = this;
        for (var narrowed : other.sets.entrySet()) {
            int fact = narrowed.getKey();
            var own = rest.of(fact, domains);
            var outside = own.minus(narrowed.getValue());
            if (!outside.isEmpty()) {
                pieces.add(rest.set(fact, outside, domains));
            }
            var inside = own.and(narrowed.getValue());
            if (inside.isEmpty()) {
                return List.of(this);
            }
            rest = rest.set(fact, inside, domains);
        }
        return pieces;
    }

    /** Merges boxes that differ in only one fact, so that fewer boxes cover the same set. */
    static List<Region> merged(List<Region> regions, List<FactDomain> domains) {
        var left = regions;
        boolean fewer = left.size() > 1;
        while (fewer) {
            int before = left.size();
            for (int fact = 0; fact < domains.size(); fact++) {
                left = merged(left, fact, domains);
            }
            fewer = left.size() < before && left.size() > 1;
        }
        return left;
    }

    private static List<Region> merged(List<Region> regions, int fact, List<FactDomain> domains) {
        if (regions.stream().noneMatch(region -> region.sets.containsKey(fact))) {
            return regions;
        }
        Map<Region, IntervalSet> byOthers = new LinkedHashMap<>();
        for (var region : regions) {
            var others = new TreeMap<>(region.sets);
            others.remove(fact);
            byOthers.merge(new Region(others), region.of(fact, domains), IntervalSet::or);
        }
        var merged = new ArrayList<Region>();
        byOthers.forEach((others, values) -> merged.add(others.set(fact, values, domains)));
        return merged;
    }
}
