package exeat.casework.access;

import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Where an officer of a unit may read and act. */
public final class Mandate {

    private Mandate() {}

    /**
     * The units whose files a unit may see: for one that supervises everything in its area, for
     * another unit those of its own function in its area. Always contains the unit itself.
     *
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public static Set<AuthorityId> scope(AuthorityTree tree, AuthorityId unit) {
        var own = tree.get(unit);
        Predicate<Authority> seen =
                other -> own.supervises() || other.function().equals(own.function());
        var scope = new TreeSet<AuthorityId>();
        scope.add(unit);
        tree.subtree(own.place()).stream().filter(seen).map(Authority::id).forEach(scope::add);
        // Also the cases of closed units, wherever they were.
        tree.all().stream()
                .map(Authority::id)
                .filter(tree::isClosed)
                .filter(closed -> scope.contains(tree.current(closed).id()))
                .toList()
                .forEach(scope::add);
        return scope;
    }

    /** Whether an officer of one unit may act for another, because it is in their scope. */
    public static boolean mayAct(AuthorityTree tree, AuthorityId officers, AuthorityId unit) {
        return isWithin(tree, officers, unit)
                || (tree.isClosed(unit) && isWithin(tree, officers, tree.current(unit).id()));
    }

    /** Whether a unit is above another in its line, and so its head. */
    public static boolean isHead(AuthorityTree tree, AuthorityId officers, AuthorityId unit) {
        return !officers.equals(unit) && mayAct(tree, officers, unit);
    }

    private static boolean isWithin(AuthorityTree tree, AuthorityId officers, AuthorityId unit) {
        if (officers.equals(unit)) {
            return true;
        }
        var own = tree.find(officers);
        var other = tree.find(unit);
        return own.isPresent()
                && other.isPresent()
                && (own.get().supervises() || own.get().function().equals(other.get().function()))
                && tree.isWithin(unit, own.get().place());
    }

    /**
     * Whether officers of a unit may erase and keep cases, because it is above units that hold
     * some.
     */
    public static boolean mayErase(AuthorityTree tree, AuthorityId unit) {
        return tree.find(unit)
                .filter(Authority::supervises)
                .filter(found -> !found.plays(Role.HOLDS_FILES))
                .isPresent();
    }

    public static boolean mayActForAny(
            AuthorityTree tree, AuthorityId officers, Collection<AuthorityId> units) {
        return units.stream().anyMatch(unit -> mayAct(tree, officers, unit));
    }

    /** The unit to which a case goes up; for the root, the root itself. */
    public static AuthorityId above(AuthorityTree tree, AuthorityId unit) {
        if (tree.get(unit).supervises()) {
            return tree.areaAbove(unit).id();
        }
        return tree.above(unit).id();
    }

    /**
     * The unit to which a case goes up: as {@link #above}, but skipping areas whose units hold no
     * files; in the end the root.
     */
    public static AuthorityId fileAbove(AuthorityTree tree, AuthorityId holder) {
        if (!tree.get(holder).supervises() || holder.equals(tree.root().id())) {
            return above(tree, holder);
        }
        return tree.unitFor(tree.areaAbove(holder).id(), Role.HOLDS_FILES).id();
    }

    /** The unit itself or the nearest one above that has acknowledged; in the end the root. */
    public static AuthorityId briefedFrom(
            AuthorityTree tree, AuthorityId unit, Set<AuthorityId> briefed) {
        var at = unit;
        while (!briefed.contains(at) && !above(tree, at).equals(at)) {
            at = above(tree, at);
        }
        return at;
    }

    /** The nearest unit strictly above that has acknowledged; the unit itself at the top. */
    public static AuthorityId briefedAbove(
            AuthorityTree tree, AuthorityId unit, Set<AuthorityId> briefed) {
        return briefedFrom(tree, above(tree, unit), briefed);
    }
}
