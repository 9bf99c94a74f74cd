package exeat.demo;

import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the cases of a month are, and whose work of its last days is left for trainees. The
 * demonstration's are everywhere, and everybody works to the end.
 *
 * @param units those of the trainees; none in the demonstration
 * @param areas the areas that these units serve
 */
record Focus(AuthorityTree tree, Set<AuthorityId> units, Set<AuthorityId> areas) {

    /** The last day on which the made-up officers of the trainees' units work. */
    static final int LAST_DAY = 24;

    Focus {
        units = Set.copyOf(units);
        areas = Set.copyOf(areas);
    }

    static Focus everywhere(AuthorityTree tree) {
        return new Focus(tree, Set.of(), Set.of());
    }

    /**
     * The areas of these units.
     *
     * @throws IllegalArgumentException if one is not in the tree
     */
    static Focus on(AuthorityTree tree, List<AuthorityId> units) {
        var areas = units.stream().map(tree::get).map(Authority::place).collect(Collectors.toSet());
        return new Focus(tree, Set.copyOf(units), areas);
    }

    boolean isTraining() {
        return !units.isEmpty();
    }

    /** Whether what this unit should do on this day is left for trainees. */
    boolean rests(AuthorityId unit, int day) {
        return day > LAST_DAY && units.contains(unit);
    }

    /**
     * Those of these places where people live; the areas themselves where they have none of them.
     */
    Map<String, Integer> residences(Map<String, Integer> all) {
        var near = new LinkedHashMap<>(all);
        near.keySet().removeIf(place -> !isNear(place));
        if (near.isEmpty()) {
            areas.stream().sorted().forEach(area -> near.put(area.text(), 1));
        }
        return near;
    }

    /** The posts at which people cross: those of these areas, or all if these have none. */
    List<String> posts(List<String> all) {
        var near = all.stream().filter(this::isNear).toList();
        if (!near.isEmpty()) {
            return near;
        }
        var own =
                units.stream()
                        .filter(unit -> tree.get(unit).borderPost())
                        .map(unit -> tree.get(unit).place().text())
                        .sorted()
                        .toList();
        return own.isEmpty() ? all : own;
    }

    /** The county that has not read the directive; in training everybody has. */
    boolean isSilent(AuthorityId unit) {
        return !isTraining() && unit.equals(DemoBriefing.SILENT);
    }

    /** The unit whose first report is late. */
    boolean isLate(AuthorityId unit) {
        return !isTraining() && unit.equals(Reporters.LATE);
    }

    private boolean isNear(String place) {
        var id = new AuthorityId(place);
        return !isTraining() || areas.stream().anyMatch(area -> tree.isWithin(id, area));
    }
}
