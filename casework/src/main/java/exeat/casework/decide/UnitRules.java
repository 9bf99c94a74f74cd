package exeat.casework.decide;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.state.UnitRegister;
import exeat.casework.value.PersonName;
import exeat.casework.value.UnitChange;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a unit of the office can be changed: no work may be left without a unit. */
public final class UnitRules {

    /** The longest name of a unit, in characters. */
    public static final int MAX_NAME = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** Letters and marks that show nothing: fillers of Hangul and selectors of shapes. */
    private static final Pattern BLANK =
            Pattern.compile(
                    "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}"
                            + "\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    /** What shows nothing or changes how the text around it is shown; lines may end. */
    private static final Pattern HIDING =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}&&[^\\n\\r\\t\\x{200C}\\x{200D}]]");

    private final UnitRegister register;
    private final List<Directive> directives;
    private final List<AuthorityTree> trees;
    private final LocalDate today;

    /**
     * What is asked about each change.
     *
     * @param directives all of the office, as their packs have them
     * @param today in the office's zone
     */
    public UnitRules(UnitRegister register, Collection<Directive> directives, LocalDate today) {
        this.register = register;
        this.directives = List.copyOf(directives);
        this.trees = directives.stream().map(Directive::authorities).toList();
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

    private Optional<Rejection> named(UnitChange.Renamed renamed) {
        var parent = register.parent(renamed.unit(), renamed.from());
        return Check.that(
                        renamed.names().containsKey(Locale.ENGLISH.getLanguage())
                                && renamed.names().keySet().stream()
                                        .allMatch(language -> LANGUAGE.matcher(language).matches())
                                && renamed.names().values().stream().allMatch(UnitRules::isName),
                        Code.BAD_VALUE,
                        "name")
                .and(() -> !renamed.names().equals(namesNow(renamed)), Code.ALREADY_EXISTS, "name")
                .and(
                        () ->
                                renamed.names().entrySet().stream()
                                        .allMatch(name ->
                                                isFree(
                                                        name.getValue(),
                                                        name.getKey(),
                                                        renamed,
                                                        parent)),
                        Code.ALREADY_EXISTS,
                        "name")
                .failure();
    }

    /** The names that it has on that day in the languages of the new ones. */
    private Map<String, String> namesNow(UnitChange.Renamed renamed) {
        var now = new TreeMap<String, String>();
        for (var language : renamed.names().keySet()) {
            names(renamed.unit(), renamed.from(), language).stream()
                    .findFirst()
                    .ifPresent(name -> now.put(language, name));
        }
        return now;
    }

    /** What a unit is called on a day: by the register, else by each directive that has it. */
    private List<String> names(AuthorityId unit, LocalDate day, String language) {
        return register.name(unit, day, language)
                .map(List::of)
                .orElseGet(() ->
                        directives.stream()
                                .flatMap(one -> packName(one, unit, language).stream())
                                .toList());
    }

    private static Optional<String> packName(
            Directive directive, AuthorityId unit, String language) {
        var key = "authority." + unit;
        var text = directive.messages().text(Locale.of(language), key);
        return directive.authorities().find(unit).map(one -> text.equals(key) ? one.name() : text);
    }

    /** Whether no other open unit below this parent has the name on that day or gets it later. */
    private boolean isFree(
            String name, String language, UnitChange change, Optional<AuthorityId> parent) {
        return register.founded().keySet().stream()
                .filter(other -> !other.equals(change.unit()))
                .filter(other -> register.isOpen(other, change.from()))
                .filter(other -> register.parent(other, change.from()).equals(parent))
                .flatMap(other ->
                        Stream.of(change.from(), LocalDate.MAX)
                                .flatMap(day -> names(other, day, language).stream()))
                .noneMatch(other -> alike(other).equals(alike(name)));
    }

    /** As people tell names apart: not by case, spaces or what joins letters. */
    private static String alike(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\x{200C}\\x{200D}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A name in the form of the names of all people, with nothing in it that is not shown. */
    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= MAX_NAME
                && name.equals(name.strip())
                && new PersonName("Latn", name, "").isWritten()
                && !BLANK.matcher(name).find();
    }

    /** Whether a reason can be read: it has a letter, and nothing that hides or turns others. */
    public static boolean isReason(String reason) {
        return !HIDING.matcher(reason).find()
                && BLANK.matcher(reason).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    private Optional<Rejection> below(UnitChange.Moved moved) {
        return Check.that(!isIssuer(moved.unit()), Code.NOT_ALLOWED, "unit")
                .and(goesOn(moved.parent()), Code.NOT_FOUND, "parent")
                .and(() -> isArea(moved), Code.BAD_VALUE, "parent")
                .and(() -> !isAbove(moved.unit(), moved.parent()), Code.BAD_VALUE, "parent")
                .and(
                        () ->
                                !register.parent(moved.unit(), moved.from())
                                        .equals(Optional.of(moved.parent())),
                        Code.BAD_VALUE,
                        "parent")
                .failure();
    }

    private boolean isIssuer(AuthorityId unit) {
        return trees.stream().anyMatch(tree -> tree.root().id().equals(unit));
    }

    /** Whether the unit above is an area, in each directive that has the unit. */
    private boolean isArea(UnitChange.Moved moved) {
        return trees.stream().anyMatch(tree -> tree.find(moved.parent()).isPresent())
                && trees.stream()
                        .filter(tree ->
                                tree.find(moved.unit()).isPresent()
                                        || tree.find(moved.parent()).isPresent())
                        .allMatch(tree ->
                                tree.find(moved.parent()).map(Authority::supervises).orElse(false));
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
                        () -> trees.stream().allMatch(tree -> isAlike(tree, merged)),
                        Code.BAD_VALUE,
                        "successor")
                .and(() -> ending(merged))
                .failure();
    }

    /** A directive has both, with the same function, or neither. */
    private static boolean isAlike(AuthorityTree tree, UnitChange.Merged merged) {
        return tree.find(merged.unit())
                .map(Authority::function)
                .equals(tree.find(merged.successor()).map(Authority::function));
    }

    /** Whether a unit goes on: of two that both close, neither could be the other's successor. */
    private boolean goesOn(AuthorityId unit) {
        return register.founded().containsKey(unit) && register.ending(unit).isEmpty();
    }

    private Optional<Rejection> ending(UnitChange change) {
        return Check.that(!isIssuer(change.unit()), Code.NOT_ALLOWED, "unit")
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
