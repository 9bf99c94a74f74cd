package exeat.casework.directive;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.state.UnitRegister;
import exeat.casework.value.UnitChange;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a unit of the office can be changed: no work may be left without a unit. */
public final class UnitRules {

    /** The longest name of a unit, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final UnitRegister register;
    private final List<AuthorityTree> trees;
    private final LocalDate today;

    /**
     * What is asked about each change.
     *
     * @param trees of all directives of the office, as their packs have them
     * @param today in the office's zone
     */
    public UnitRules(UnitRegister register, Collection<AuthorityTree> trees, LocalDate today) {
        this.register = register;
        this.trees = List.copyOf(trees);
        this.today = today;
    }

    /** Why two administrators cannot make a change; empty if they can. */
    public Optional<Rejection> refusal(UnitChange change) {
        var unit = change.unit();
        return Check.that(register.founded().containsKey(unit), Code.NOT_FOUND, "unit")
                .and(!change.from().isBefore(today), Code.BAD_DATE, "from")
                .and(register.ending(unit).isEmpty(), Code.ALREADY_EXISTS, "unit")
                .and(() ->
                        switch (change) {
                            case UnitChange.Renamed renamed -> named(renamed);
                            case UnitChange.Moved moved -> below(moved);
                            case UnitChange.Merged merged -> into(merged);
                            case UnitChange.Closed closed -> ending(closed);
                        })
                .failure();
    }

    private static Optional<Rejection> named(UnitChange.Renamed renamed) {
        return Check.that(
                        renamed.names().containsKey(Locale.ENGLISH.getLanguage())
                                && renamed.names().keySet().stream()
                                        .allMatch(language -> LANGUAGE.matcher(language).matches())
                                && renamed.names().values().stream().allMatch(UnitRules::isName),
                        Code.BAD_VALUE,
                        "name")
                .failure();
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.equals(name.strip())
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private Optional<Rejection> below(UnitChange.Moved moved) {
        return Check.that(goesOn(moved.parent()), Code.NOT_FOUND, "parent")
                .and(() -> !isAbove(moved.unit(), moved.parent()), Code.BAD_VALUE, "parent")
                .and(
                        () ->
                                !register.parent(moved.unit(), moved.from())
                                        .equals(Optional.of(moved.parent())),
                        Code.BAD_VALUE,
                        "parent")
                .failure();
    }

    /** Whether a unit is another one, or above it on any day that is decided. */
    private boolean isAbove(AuthorityId unit, AuthorityId below) {
        var at = Optional.of(below);
        for (int left = register.founded().size(); at.isPresent() && left >= 0; left--) {
            if (at.get().equals(unit)) {
                return true;
            }
            at = register.parent(at.get(), LocalDate.MAX);
        }
        return false;
    }

    private Optional<Rejection> into(UnitChange.Merged merged) {
        return Check.that(goesOn(merged.successor()), Code.NOT_FOUND, "successor")
                .and(!merged.unit().equals(merged.successor()), Code.BAD_VALUE, "successor")
                .and(
                        () ->
                                trees.stream()
                                        .filter(tree -> tree.find(merged.successor()).isPresent())
                                        .filter(tree -> tree.find(merged.unit()).isPresent())
                                        .allMatch(tree -> isAlike(tree, merged)),
                        Code.BAD_VALUE,
                        "successor")
                .and(() -> ending(merged))
                .failure();
    }

    private static boolean isAlike(AuthorityTree tree, UnitChange.Merged merged) {
        return tree.get(merged.unit()).function().equals(tree.get(merged.successor()).function());
    }

    /** Of two that both close neither could be the other's successor for good. */
    private boolean goesOn(AuthorityId unit) {
        return register.founded().containsKey(unit) && register.ending(unit).isEmpty();
    }

    private Optional<Rejection> ending(UnitChange change) {
        return Check.that(
                        trees.stream().noneMatch(tree -> tree.root().id().equals(change.unit())),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(
                        trees.stream().allMatch(tree -> isLast(tree, change)),
                        Code.WRONG_STAGE,
                        "unit")
                .failure();
    }

    /** An area closes after everything in it. */
    private boolean isLast(AuthorityTree tree, UnitChange change) {
        return tree.find(change.unit()).isEmpty()
                || tree.children(change.unit()).stream()
                        .noneMatch(below -> register.isOpen(below.id(), change.from()));
    }
}
