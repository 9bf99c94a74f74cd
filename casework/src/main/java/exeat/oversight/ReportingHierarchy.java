package exeat.oversight;

import exeat.casework.access.Mandate;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hierarchy as reports walk it. Below a unit that supervises stand the units of its area and
 * those that supervise areas in it; below any other unit stand those of the same function in the
 * areas below.
 */
public final class ReportingHierarchy {

    private ReportingHierarchy() {}

    /** The level to which a unit reports; none for the root. */
    public static Optional<Authority> above(AuthorityTree tree, AuthorityId unit) {
        var own = tree.get(unit);
        if (own.supervises()) {
            return tree.parent(unit);
        }
        return Optional.of(tree.above(unit))
                .filter(up -> !up.id().equals(unit) && up.function().equals(own.function()))
                .or(() -> tree.parent(unit));
    }

    /** The units directly below, as this unit's report shows them. */
    public static List<Authority> below(AuthorityTree tree, AuthorityId unit) {
        if (tree.get(unit).supervises()) {
            return tree.children(unit);
        }
        return tree.all().stream()
                .filter(other -> above(tree, other.id()).filter(is(unit)).isPresent())
                .toList();
    }

    private static java.util.function.Predicate<Authority> is(AuthorityId unit) {
        return authority -> authority.id().equals(unit);
    }

    /** The unit, the level above it, and so on, as far as the reader's own unit may look. */
    public static List<Authority> path(AuthorityTree tree, AuthorityId unit, AuthorityId reader) {
        var scope = Mandate.scope(tree, reader);
        return Stream.iterate(
                        Optional.of(tree.get(unit)),
                        Optional::isPresent,
                        at -> above(tree, at.orElseThrow().id()))
                .flatMap(Optional::stream)
                .takeWhile(at -> scope.contains(at.id()))
                .toList();
    }

    /**
     * Units of the same function beside this one: in other areas below the same area, this one
     * among them; nothing for the root.
     */
    public static List<Authority> siblings(AuthorityTree tree, AuthorityId unit) {
        var own = tree.get(unit);
        var area = tree.get(own.place()).parent();
        return area.map(up ->
                        tree.children(up).stream()
                                .filter(Authority::supervises)
                                .flatMap(child -> inArea(tree, child, own))
                                .toList())
                .orElse(List.of());
    }

    /**
     * The counterpart of a unit in another area: the area itself, or its units of the same
     * function.
     */
    private static Stream<Authority> inArea(AuthorityTree tree, Authority area, Authority like) {
        return like.supervises()
                ? Stream.of(area)
                : tree.children(area.id()).stream()
                        .filter(unit -> unit.function().equals(like.function()))
                        .filter(unit -> unit.place().equals(area.id()));
    }
}
