package exeat.rules.canonical;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Functions, roles and units.
 *
 * @param functions by function, its roles, sorted
 * @param crossing the functions that each record one part of a crossing, in the pack's order
 * @param units the units that the pack lists, those above before those below them
 */
public record FormOffice(
        Map<String, List<String>> functions, List<String> crossing, List<Unit> units) {

    public FormOffice {
        var sorted = new TreeMap<String, List<String>>();
        functions.forEach((name, roles) -> sorted.put(name, List.copyOf(new TreeSet<>(roles))));
        functions = Collections.unmodifiableMap(sorted);
        crossing = List.copyOf(crossing);
        units = List.copyOf(units);
    }

    /**
     * A unit; its name is among the words.
     *
     * @param place the unit that supervises the area in which it works
     */
    public record Unit(
            String id,
            Optional<String> parent,
            String function,
            String place,
            boolean addressee,
            boolean borderPost) {}
}
