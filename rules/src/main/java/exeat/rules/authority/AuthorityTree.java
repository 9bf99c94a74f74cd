package exeat.rules.authority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The hierarchy of units: one root, the issuer, and everything below it. */
public final class AuthorityTree {

    private final Map<AuthorityId, Authority> byId;
    private final Authority root;
    private final Map<AuthorityId, AuthorityId> closed;

    /**
     * @throws IllegalArgumentException if there is not exactly one root, an id is there twice, or a
     *     parent is missing or not listed before its children
     */
    public AuthorityTree(Collection<Authority> parentsFirst) {
        byId = new LinkedHashMap<>();
        for (var authority : parentsFirst) {
            authority
                    .parent()
                    .filter(parent -> !byId.containsKey(parent))
                    .ifPresent(parent -> {
                        throw new IllegalArgumentException(
                                authority.id() + " has a parent that is not above it: " + parent);
                    });
            if (byId.put(authority.id(), authority) != null) {
                throw new IllegalArgumentException("listed twice: " + authority.id());
            }
        }
        var roots = byId.values().stream().filter(a -> a.parent().isEmpty()).toList();
        if (roots.size() != 1) {
            throw new IllegalArgumentException("needs exactly one root, has " + roots.size());
        }
        root = roots.getFirst();
        closed = Map.of();
    }

    private AuthorityTree(AuthorityTree tree, Map<AuthorityId, AuthorityId> closed) {
        this.byId = tree.byId;
        this.root = tree.root;
        this.closed = closed;
    }

    /**
     * The tree on a day on which some units have closed.
     *
     * @param successors for each unit that has closed, the open unit that has taken over its work
     */
    public AuthorityTree withClosed(Map<AuthorityId, AuthorityId> successors) {
        return successors.isEmpty() ? this : new AuthorityTree(this, Map.copyOf(successors));
    }

    public boolean isClosed(AuthorityId id) {
        return closed.containsKey(id);
    }

    /**
     * The unit itself while it is open; else its successor, or where this tree does not know that
     * one, the nearest open area above.
     */
    public Authority current(AuthorityId id) {
        var successor = closed.get(id);
        if (successor == null) {
            return get(id);
        }
        return find(successor)
                .orElseGet(() ->
                        lineage(id).stream()
                                .skip(1)
                                .filter(area -> !isClosed(area.id()))
                                .findFirst()
                                .orElse(root));
    }

    /** The open area above an area; the root's is the root itself. */
    public Authority areaAbove(AuthorityId own) {
        return lineage(own).stream()
                .skip(1)
                .map(area -> current(area.id()))
                .filter(area -> !area.id().equals(own))
                .findFirst()
                .orElse(root);
    }

    public Authority root() {
        return root;
    }

    /** Every unit, parents before children. */
    public Collection<Authority> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public Optional<Authority> find(AuthorityId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The unit with this id; an id that is not in the tree is a broken invariant. */
    public Authority get(AuthorityId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no such authority: " + id));
    }

    public Optional<Authority> parent(AuthorityId id) {
        return get(id).parent().map(this::get);
    }

    /** The unit itself, its parent, and so on up to the root. */
    public List<Authority> lineage(AuthorityId id) {
        var line = new ArrayList<Authority>();
        for (Optional<Authority> at = Optional.of(get(id));
                at.isPresent();
                at = parent(at.get().id())) {
            line.add(at.get());
        }
        return line;
    }

    /** Whether {@code inner} is {@code outer} or lies somewhere below it. */
    public boolean isWithin(AuthorityId inner, AuthorityId outer) {
        return lineage(inner).stream().anyMatch(a -> a.id().equals(outer));
    }

    public List<Authority> children(AuthorityId id) {
        return byId.values().stream().filter(a -> a.parent().equals(Optional.of(id))).toList();
    }

    /** The unit itself and everything below it, parents first. */
    public List<Authority> subtree(AuthorityId id) {
        return byId.values().stream().filter(a -> isWithin(a.id(), id)).toList();
    }

    /** Whether the directive is addressed to this unit or to one above it. */
    public boolean isAddressed(AuthorityId id) {
        return lineage(id).stream().anyMatch(Authority::addressee);
    }

    /**
     * The unit of a function that serves a place: the one in that area, or else in the nearest area
     * above; the root when no level has one. Who supervises an area is the area itself.
     */
    public Authority unitFor(AuthorityId place, UnitFunction function) {
        for (var area : lineage(place)) {
            if (area.function().equals(function)) {
                return current(area.id());
            }
            var unit = inArea(area, one -> one.function().equals(function));
            if (unit.isPresent()) {
                return current(unit.get().id());
            }
        }
        return root;
    }

    /**
     * The unit with a role that serves a place: the first one in that area, or who supervises it
     * where no unit below does it, or else the same in the nearest area above; the root when no
     * level has one.
     */
    public Authority unitFor(AuthorityId place, Role role) {
        for (var area : lineage(place)) {
            var unit = serving(area, one -> one.plays(role));
            if (unit.isPresent()) {
                return current(unit.get().id());
            }
        }
        return root;
    }

    /** A unit in an area, or who supervises it where none is meant. */
    private Optional<Authority> serving(Authority area, Predicate<Authority> meant) {
        return inArea(area, meant).or(() -> Optional.of(area).filter(meant));
    }

    private Optional<Authority> inArea(Authority area, Predicate<Authority> meant) {
        return children(area.id()).stream()
                .filter(unit -> unit.place().equals(area.id()))
                .filter(meant)
                .findFirst();
    }

    /**
     * The unit to which a file goes up: of the same function in the nearest area above that has
     * one; where none has, one that has all its roles; or the root.
     */
    public Authority above(AuthorityId id) {
        var unit = get(id);
        Predicate<Authority> same = other -> other.function().equals(unit.function());
        Predicate<Authority> able = other -> other.roles().containsAll(unit.roles());
        return above(unit, same).or(() -> above(unit, able)).orElse(root);
    }

    private Optional<Authority> above(Authority unit, Predicate<Authority> meant) {
        return lineage(unit.place()).stream()
                .skip(1)
                .flatMap(area -> serving(area, meant).stream())
                .map(above -> current(above.id()))
                .filter(above -> !above.id().equals(unit.id()))
                .findFirst();
    }

    /** The units that play a role nearest to the root, in the order of the tree. */
    public List<Authority> highest(Role role) {
        var playing =
                all().stream().filter(unit -> unit.plays(role) && !isClosed(unit.id())).toList();
        int least = playing.stream().mapToInt(unit -> lineage(unit.id()).size()).min().orElse(0);
        return playing.stream().filter(unit -> lineage(unit.id()).size() == least).toList();
    }

    /**
     * The units that can review what others decided, the nearest first: none of those who decided,
     * and none that has closed. First come those of the areas above every one of them, and of the
     * areas themselves where a unit reviews without supervising; then the issuer; and last, for
     * what the issuer decided, all others, addressees before the rest.
     *
     * @param from the unit from whose area the search goes up
     */
    public List<Authority> reviewers(AuthorityId from, Collection<AuthorityId> deciders) {
        var near =
                lineage(get(from).place()).stream()
                        .flatMap(area ->
                                Stream.concat(
                                        children(area.id()).stream()
                                                .filter(unit -> unit.place().equals(area.id())),
                                        Stream.of(area)))
                        .filter(unit -> deciders.stream().allMatch(one -> isOutside(unit, one)));
        var addressees = byId.values().stream().filter(Authority::addressee);
        return Stream.of(near, Stream.of(root), addressees, byId.values().stream())
                .flatMap(some -> some)
                .filter(unit -> unit.plays(Role.REVIEWS_APPEALS))
                .filter(unit -> !deciders.contains(unit.id()) && !isClosed(unit.id()))
                .distinct()
                .toList();
    }

    /** Whether a unit is above a decider's area; one that supervises nobody may stand in it. */
    private boolean isOutside(Authority unit, AuthorityId decider) {
        var area = get(decider).place();
        return isWithin(area, unit.place()) && !(unit.supervises() && unit.id().equals(area));
    }
}
