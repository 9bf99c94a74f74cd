package exeat.rules.authority;

import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks that the units of a tree can do everything an application needs: a unit handles the cases
 * of each place, every crossing can be completed, and another unit can review each unit's
 * decisions.
 */
public final class UnitFunctionsCheck {

    /** Roles that some unit must have, wherever it is. */
    private static final List<Role> NEEDED =
            List.of(Role.HOLDS_FILES, Role.ESTABLISHES_IDENTITY, Role.REVIEWS_APPEALS);

    /** What lets a unit decide against somebody: it holds the file, or answers a clearance. */
    private static final List<Role> DECIDING =
            List.of(Role.HOLDS_FILES, Role.ESTABLISHES_IDENTITY, Role.CLEARS);

    /**
     * The roles of units that must not hear people who claim protection, because people may be
     * fleeing from those units.
     */
    private static final List<Role> NEVER_PROTECTING =
            List.of(
                    Role.HOLDS_FILES,
                    Role.ESTABLISHES_IDENTITY,
                    Role.CLEARS,
                    Role.RECORDS_A_CROSSING);

    private final UnitFunctions division;
    private final AuthorityTree tree;
    private final Map<AuthorityId, Integer> lines;
    private final ProblemCollector problems;

    /**
     * @param lines of each unit in its file
     */
    public UnitFunctionsCheck(
            UnitFunctions division,
            AuthorityTree tree,
            Map<AuthorityId, Integer> lines,
            ProblemCollector problems) {
        this.division = division;
        this.tree = tree;
        this.lines = lines;
        this.problems = problems;
    }

    public void check(YamlFields file) {
        for (var role : NEEDED) {
            if (tree.all().stream().noneMatch(unit -> unit.plays(role))) {
                file.problem(
                        file.has("functions") ? "functions" : "authorities",
                        "no unit %s: give that role to a function, and the function to a unit"
                                .formatted(role.word()));
            }
        }
        if (division.declared()) {
            checkProtection(file);
        }
        if (problems.isEmpty()) {
            checkFiles();
            checkReviews();
        }
        checkPosts(file);
    }

    /**
     * Units that protect must not decide, and must not belong to the police or the border posts.
     */
    private void checkProtection(YamlFields file) {
        division.roles()
                .forEach((function, roles) -> {
                    if (roles.contains(Role.PROTECTS)) {
                        NEVER_PROTECTING.stream()
                                .filter(roles::contains)
                                .findFirst()
                                .ifPresent(
                                        other -> file.problem("functions", both(function, other)));
                    }
                });
    }

    private static String both(UnitFunction function, Role other) {
        return "%s %s and %s: who hears those who claim protection does nothing else for a case"
                .formatted(function, Role.PROTECTS.word(), other.word());
    }

    private void at(Authority unit, String field, String message) {
        problems.add(lines.getOrDefault(unit.id(), 0), field, message);
    }

    private void checkFiles() {
        tree.all().stream()
                .filter(Authority::supervises)
                .filter(area -> tree.isAddressed(area.id()))
                .filter(area -> tree.children(area.id()).stream().noneMatch(Authority::supervises))
                .filter(area -> !tree.unitFor(area.id(), Role.HOLDS_FILES).plays(Role.HOLDS_FILES))
                .forEach(area ->
                        at(
                                area,
                                "id",
                                ("no unit holds files for %s: give it, or an area above it, a"
                                                + " unit that does")
                                        .formatted(area.id())));
    }

    /** Each unit that may decide needs another unit that reviews. */
    private void checkReviews() {
        for (var unit : tree.all()) {
            boolean isIssuer = unit.parent().isEmpty();
            if (mayDecide(unit)) {
                boolean reviewed =
                        tree.reviewers(unit.id(), Set.of(unit.id())).stream()
                                .anyMatch(other ->
                                        isIssuer || tree.isWithin(unit.place(), other.place()));
                if (!reviewed) {
                    at(
                            unit,
                            "function",
                            ("%s decides, so it would review itself: give %s a function that"
                                            + " reviews appeals")
                                    .formatted(
                                            unit.id(),
                                            isIssuer ? "another unit" : "a unit above it"));
                }
            }
        }
    }

    /**
     * The issuer, where no rule holds; a unit with such a role; and a level above an area that has
     * one itself, for what is late goes up to it.
     */
    private boolean mayDecide(Authority unit) {
        var those =
                unit.supervises()
                        ? tree.subtree(unit.id()).stream().filter(Authority::supervises)
                        : Stream.of(unit);
        return unit.parent().isEmpty()
                || those.anyMatch(one -> DECIDING.stream().anyMatch(one::plays));
    }

    /**
     * At each place with a border post, every part of a crossing needs a unit of its own that can
     * record it.
     */
    private void checkPosts(YamlFields file) {
        var places = new TreeMap<AuthorityId, Authority>();
        for (var unit : tree.all()) {
            if (unit.borderPost() && !unit.plays(Role.RECORDS_A_CROSSING)) {
                at(unit, "border post", "is only for units that record crossings: " + unit.id());
            } else if (unit.borderPost()) {
                places.putIfAbsent(unit.place(), unit);
            }
        }
        if (places.isEmpty()) {
            file.problem("authorities", "no unit records crossings: mark one as a border post");
        }
        places.forEach((place, post) -> {
            for (var part : division.crossing()) {
                boolean recorded =
                        tree.all().stream()
                                .filter(unit -> unit.borderPost() && unit.place().equals(place))
                                .anyMatch(unit -> unit.function().equals(part));
                if (!recorded) {
                    at(
                            post,
                            "border post",
                            "no crossing could be completed at %s: add a border post of %s there"
                                    .formatted(place, part));
                }
            }
        });
    }
}
