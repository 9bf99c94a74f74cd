package exeat.rules.authority;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pack's functions with their roles, and which of them record a crossing.
 *
 * @param roles by function, in the order in which the pack declares them
 * @param crossing the functions that each record one part of a crossing, one or more, in the order
 *     in which pages show them; it is whole when each has recorded its part
 * @param declared false for a pack of a time when there were five functions and no roles
 */
public record UnitFunctions(
        Map<UnitFunction, Set<Role>> roles, List<UnitFunction> crossing, boolean declared) {

    public UnitFunctions {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        crossing = List.copyOf(crossing);
    }

    /** What units of a function do; nothing for one that is not declared. */
    public Set<Role> of(UnitFunction function) {
        return Optional.ofNullable(roles.get(function)).orElse(Set.of());
    }

    public Set<UnitFunction> functions() {
        return roles.keySet();
    }

    /** The functions that have a role, as they are declared. */
    public List<UnitFunction> with(Role role) {
        return roles.keySet().stream().filter(one -> of(one).contains(role)).toList();
    }

    /** The key of a function's name in the pack's messages. */
    public static String key(UnitFunction function) {
        return "function." + function.slug();
    }
}
