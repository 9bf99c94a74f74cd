package exeat.casework.access;

import exeat.casework.state.BriefingState;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.List;

/** Which units hand a directive to which: from the issuer down, level by level. */
public final class HandingDown {

    private HandingDown() {}

    /** The units to which this one hands it next; empty if it has none below, or each has it. */
    public static List<AuthorityId> next(
            BriefingState briefing, AuthorityTree tree, AuthorityId from) {
        return tree.find(from).stream()
                .flatMap(unit -> tree.children(unit.id()).stream())
                .filter(child -> isOnTheWay(tree, child) && !tree.isClosed(child.id()))
                .map(Authority::id)
                .filter(child -> !briefing.units().containsKey(child))
                .toList();
    }

    /**
     * The units that must hand it on before this one has it, the next to do so first; empty if this
     * one has it, if nobody has it yet, or if it does not come here.
     */
    public static List<AuthorityId> before(
            BriefingState briefing, AuthorityTree tree, AuthorityId to) {
        var units = briefing.units();
        var way = way(tree, to);
        for (int last = way.size() - 1; last >= 0 && !units.containsKey(to); last--) {
            if (units.containsKey(way.get(last))) {
                return way.subList(last, way.size());
            }
        }
        return List.of();
    }

    /** The units through which it comes to this one, the issuer first; empty if it does not. */
    public static List<AuthorityId> way(AuthorityTree tree, AuthorityId to) {
        var above = tree.find(to).map(unit -> tree.lineage(unit.id())).orElse(List.of());
        return above.stream().allMatch(unit -> isOnTheWay(tree, unit))
                ? above.stream().skip(1).map(Authority::id).toList().reversed()
                : List.of();
    }

    /**
     * It goes to the addressees, everything below them, the levels in between, and the units of
     * each.
     */
    private static boolean isOnTheWay(AuthorityTree tree, Authority unit) {
        return !unit.supervises()
                || tree.isAddressed(unit.id())
                || tree.subtree(unit.id()).stream().anyMatch(Authority::addressee);
    }
}
