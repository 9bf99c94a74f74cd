package exeat.desk.register;

import exeat.casework.state.UnitRegister;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names that a unit had before that of today, each with its days. The first are those of the
 * versions that were in force, and of the one with which the unit came.
 */
public final class FormerNames {

    private final DirectiveRegister directives;
    private final UnitRegister units;
    private final ZoneId zone;
    private final List<String> languages;

    /**
     * Asks the registers.
     *
     * @param zone in which a unit's first day begins
     * @param languages in which a pack's names are asked for; the register has its own
     */
    public FormerNames(DirectiveRegister directives, ZoneId zone, List<String> languages) {
        this.directives = directives;
        this.units = directives.units().whole();
        this.zone = zone;
        this.languages = List.copyOf(languages);
    }

    /**
     * A name that no longer holds.
     *
     * @param names by language
     * @param last the last day on which it held
     */
    public record Former(SortedMap<String, String> names, LocalDate first, LocalDate last) {}

    /** The newest first. */
    public List<Former> of(AuthorityId unit, LocalDate today) {
        var former = new ArrayList<Former>();
        var first = LocalDate.MAX;
        SortedMap<String, String> held = new TreeMap<>();
        for (var next : all(unit).headMap(today.plusDays(1)).entrySet()) {
            if (next.getValue().equals(held)) {
                continue;
            }
            if (!held.isEmpty()) {
                former.add(new Former(held, first, next.getKey().minusDays(1)));
            }
            held = next.getValue();
            first = next.getKey();
        }
        return former.reversed();
    }

    private SortedMap<LocalDate, SortedMap<String, String>> all(AuthorityId unit) {
        var registered = units.names(unit);
        var all = new TreeMap<LocalDate, SortedMap<String, String>>();
        directives.covering(unit).stream()
                .findFirst()
                .ifPresent(covering -> all.putAll(ofPacks(unit, covering)));
        if (!registered.isEmpty()) {
            all.tailMap(registered.firstKey()).clear();
        }
        all.putAll(registered);
        return all;
    }

    /** By the first day of each: the one with which it came, then those in force. */
    private SortedMap<LocalDate, SortedMap<String, String>> ofPacks(
            AuthorityId unit, Directive covering) {
        var names = new TreeMap<LocalDate, SortedMap<String, String>>();
        var founding = units.founded().get(unit);
        if (founding == null) {
            return names;
        }
        var began = founding.at().atZone(zone).toLocalDate();
        directives.directives().stream()
                .filter(ref -> ref.hash().equals(founding.directive()))
                .findFirst()
                .ifPresent(ref -> put(names, began, ref, unit));
        var tenure = directives.tenure(covering.ref().id());
        tenure.versions().stream()
                .flatMap(version ->
                        Stream.concat(
                                Stream.of(version.at().atZone(zone).toLocalDate()),
                                version.days().from().stream()))
                .filter(began::isBefore)
                .sorted()
                .distinct()
                .forEach(
                        day -> tenure.asOf(day, zone).ifPresent(ref -> put(names, day, ref, unit)));
        return names;
    }

    private void put(
            SortedMap<LocalDate, SortedMap<String, String>> names,
            LocalDate day,
            DirectiveRef ref,
            AuthorityId unit) {
        var directive = directives.directive(ref);
        directive
                .authorities()
                .find(unit)
                .ifPresent(found -> names.put(day, inEachLanguage(directive, unit, found.name())));
    }

    /** English from the tree, other languages from the messages, if they have it. */
    private SortedMap<String, String> inEachLanguage(
            Directive directive, AuthorityId unit, String english) {
        var names = new TreeMap<String, String>();
        var key = "authority." + unit;
        for (var language : languages) {
            var text = directive.messages().text(Locale.of(language), key);
            if (!text.equals(key)) {
                names.put(language, text);
            }
        }
        names.putIfAbsent(Locale.ENGLISH.getLanguage(), english);
        return names;
    }
}
