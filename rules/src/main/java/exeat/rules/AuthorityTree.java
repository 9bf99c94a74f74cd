package exeat.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * The same units on a day on which some have closed.
     *
     * @param successors by the unit that has closed, the one that has what it had, itself open
     */
    public AuthorityTree closing(Map<AuthorityId, AuthorityId> successors) {
        return successors.isEmpty() ? this : new AuthorityTree(this, Map.copyOf(successors));
    }

    public boolean isClosed(AuthorityId id) {
        return closed.containsKey(id);
    }

    /**
     * The unit itself while it is open; else its successor, or where this tree does not know that
     * one, the nearest open area above.
     */
    public Authority now(AuthorityId id) {
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

    /** The open committee of the area above that of a committee; the root's is the root itself. */
    public Authority committeeAbove(AuthorityId committee) {
        return lineage(committee).stream()
                .skip(1)
                .map(area -> now(area.id()))
                .filter(area -> !area.id().equals(committee))
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
     * above; the root when no level has one. An area's committee is the area itself.
     */
    public Authority unitFor(AuthorityId place, Function function) {
        for (var area : lineage(place)) {
            if (area.function() == function) {
                return now(area.id());
            }
            for (var unit : children(area.id())) {
                if (unit.function() == function && unit.place().equals(area.id())) {
                    return now(unit.id());
                }
            }
        }
        return root;
    }

    /**
     * The unit to which a file goes up: of the same function in the next area above, or the root.
     */
    public Authority above(AuthorityId id) {
        var unit = get(id);
        return lineage(unit.place()).stream()
                .skip(1)
                .map(area -> unitFor(area.id(), unit.function()))
                .filter(above -> !above.id().equals(id))
                .findFirst()
                .orElse(root);
    }
}
