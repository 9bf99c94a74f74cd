package exeat.rules.prove.unit;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.rules.pack.OwnWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what the units of a local pack take from people of an area that a directive above has too:
 * another area under its id, name or place in the tree; an office where somebody must appear that
 * is in an area farther up; a border post that is gone; a level that no longer reviews.
 *
 * <p>How far it is within an area is not known here. Of areas that only one of the two has, nothing
 * is said; where no area is in both, nothing is compared ({@link #isComparable}).
 */
final class PlaceComparison {

    /** The roles of units at which somebody appears or is heard. */
    private static final List<Role> APPEARING =
            List.of(Role.HOLDS_FILES, Role.ESTABLISHES_IDENTITY, Role.PROTECTS);

    private final Directive above;
    private final ParsedPack local;
    private final AuthorityTree theirs;
    private final AuthorityTree ours;

    PlaceComparison(ParsedPack local, Directive above) {
        this.above = above;
        this.local = local;
        this.theirs = above.authorities();
        this.ours = local.procedure().authorities();
    }

    /** Whether some area is in both trees. */
    boolean isComparable() {
        return shared().findAny().isPresent();
    }

    /** A sentence for each thing that is taken; the first area of each kind is enough. */
    List<String> all() {
        var all = new ArrayList<String>();
        all.addAll(names());
        first(this::elsewhere).ifPresent(all::add);
        gone().ifPresent(all::add);
        if (!all.isEmpty() || !isComparable()) {
            // The units of areas that differ cannot be compared.
            return all;
        }
        APPEARING.forEach(role -> first(area -> farther(area, role)).ifPresent(all::add));
        clearing().forEach(function -> first(area -> farther(area, function)).ifPresent(all::add));
        all.addAll(posts());
        first(this::reviewers).ifPresent(all::add);
        return all;
    }

    /** The areas of the local tree where people live under both. */
    Stream<Authority> shared() {
        return ours.all().stream()
                .filter(unit ->
                        unit.supervises()
                                && theirs.find(unit.id())
                                        .filter(Authority::supervises)
                                        .isPresent());
    }

    private Optional<String> first(java.util.function.Function<Authority, Optional<String>> says) {
        return shared().map(says).flatMap(Optional::stream).findFirst();
    }

    private String id() {
        return above.ref().id();
    }

    private String name(AuthorityId area) {
        return theirs.find(area).or(() -> ours.find(area)).map(Authority::name).orElse(area.text());
    }

    // Areas are the same.

    private List<String> names() {
        var all = new ArrayList<String>();
        shared().filter(area -> !area.name().equals(name(area.id())))
                .map(area -> named(area.id(), name(area.id()), area.name()))
                .forEach(all::add);
        for (var word : local.words()) {
            var area = shared().filter(one -> word.key().equals(key(one.id()))).findFirst();
            area.flatMap(one -> renamed(one.id(), word)).ifPresent(all::add);
        }
        var known =
                theirs.all().stream()
                        .filter(Authority::supervises)
                        .collect(Collectors.toMap(Authority::name, one -> one, (one, _) -> one));
        for (var area : ours.all()) {
            var same = known.get(area.name());
            if (area.supervises() && same != null && theirs.find(area.id()).isEmpty()) {
                all.add(
                        "%s is the area %s under %s, but %s here; areas are the same by id."
                                .formatted(area.name(), same.id(), id(), area.id()));
            }
        }
        return all;
    }

    private static String key(AuthorityId area) {
        return "authority." + area;
    }

    private Optional<String> renamed(AuthorityId area, OwnWord word) {
        return Optional.ofNullable(above.messages().in(word.language()).get(word.key()))
                .filter(text -> !text.equals(word.text()))
                .map(text -> named(area, text, word.text()));
    }

    private String named(AuthorityId area, String theirName, String ourName) {
        return "The area %s is %s under %s, but %s here.".formatted(area, theirName, id(), ourName);
    }

    /** The areas of both trees that an area lies in are the same, in the same order. */
    private Optional<String> elsewhere(Authority area) {
        var there = sharedAbove(theirs, area.id());
        var here = sharedAbove(ours, area.id());
        return there.equals(here)
                ? Optional.empty()
                : Optional.of(
                        "%s lies in %s under %s, but in %s here."
                                .formatted(name(area.id()), places(there), id(), places(here)));
    }

    private List<AuthorityId> sharedAbove(AuthorityTree tree, AuthorityId area) {
        return tree.lineage(area).stream()
                .skip(1)
                .map(Authority::id)
                .filter(id -> theirs.find(id).isPresent() && ours.find(id).isPresent())
                .toList();
    }

    private String places(List<AuthorityId> areas) {
        return areas.isEmpty()
                ? "no other area"
                : areas.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** An area that lies within one of both trees, and is in one alone. */
    private Optional<String> gone() {
        return theirs.all().stream()
                .filter(area -> area.supervises() && ours.find(area.id()).isEmpty())
                .filter(area -> !sharedAbove(theirs, area.id()).isEmpty())
                .map(area ->
                        "Under %s, %s is an area of its own in %s; here it is not."
                                .formatted(
                                        id(), area.name(), places(sharedAbove(theirs, area.id()))))
                .findFirst();
    }

    // Offices.

    private Optional<String> farther(Authority area, Role role) {
        return farther(area, role.word(), tree -> tree.unitFor(area.id(), role));
    }

    private Optional<String> farther(Authority area, String function) {
        var of = exeat.rules.authority.UnitFunction.of(function).orElseThrow();
        return farther(
                area, "gives clearances of " + function, tree -> tree.unitFor(area.id(), of));
    }

    private Optional<String> farther(
            Authority area,
            String does,
            java.util.function.Function<AuthorityTree, Authority> serving) {
        var there = serving.apply(theirs);
        var here = serving.apply(ours);
        if (does.equals(Role.PROTECTS.word()) && !here.plays(Role.PROTECTS)) {
            // It is reported already if no unit does.
            return Optional.empty();
        }
        if (isAsNear(area.id(), here.place(), there.place())) {
            return Optional.empty();
        }
        return Optional.of(
                "For people in %s, the unit that %s is in %s under %s (%s), but in %s here (%s)."
                        .formatted(
                                name(area.id()),
                                does,
                                name(there.place()),
                                id(),
                                there.name(),
                                name(here.place()),
                                here.name()));
    }

    /** Both places are areas above the area or itself, each in its own tree. */
    private boolean isAsNear(AuthorityId area, AuthorityId here, AuthorityId there) {
        if (here.equals(area)) {
            return true;
        }
        return ours.find(there).isPresent()
                ? ours.isWithin(here, there)
                : theirs.find(here).isPresent() && theirs.isWithin(here, there);
    }

    /** The functions that both packs have clear something. */
    private Set<String> clearing() {
        return local.tables().clearances().rows().stream()
                .map(row -> row.function().word())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    // Posts.

    private List<String> posts() {
        var here = places(ours, Authority::borderPost);
        return places(theirs, Authority::borderPost).stream()
                .filter(place -> !here.contains(place))
                .map(place ->
                        "Under %s, people cross the border at %s; here there is no border post there."
                                .formatted(id(), name(place)))
                .toList();
    }

    private static Set<AuthorityId> places(AuthorityTree tree, Predicate<Authority> meant) {
        return tree.all().stream()
                .filter(meant)
                .map(Authority::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    // Reviewers.

    /** Where an appeal of somebody in an area can go, as far as it lies above them. */
    private Optional<String> reviewers(Authority area) {
        var here = reviewing(ours, area.id());
        return reviewing(theirs, area.id()).stream()
                .filter(place -> !here.contains(place))
                .map(place ->
                        ("Under %s, a unit in %s reviews decisions about people in %s; here none"
                                        + " does.")
                                .formatted(id(), name(place), name(area.id())))
                .findFirst();
    }

    private static List<AuthorityId> reviewing(AuthorityTree tree, AuthorityId area) {
        var holder = tree.unitFor(area, Role.HOLDS_FILES).id();
        var reviewers = tree.reviewers(holder, Set.of(holder));
        return tree.lineage(area).stream()
                .map(Authority::id)
                .filter(place ->
                        reviewers.stream().anyMatch(unit -> Objects.equals(unit.place(), place)))
                .toList();
    }
}
