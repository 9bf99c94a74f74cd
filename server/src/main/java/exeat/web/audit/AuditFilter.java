package exeat.web.audit;

import exeat.desk.inspect.FileAddress;
import exeat.desk.inspect.Inspections.FileFilter;
import exeat.desk.inspect.Inspections.Wanted;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.FilterForm;
import exeat.web.component.form.FormField;
import exeat.web.component.form.TextInput;
import exeat.web.kit.AddressParts;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What an auditor looks for, as the address of the page has it. */
record AuditFilter(
        Wanted wanted,
        Optional<AuthorityId> unit,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<FileAddress> after) {

    /** What cannot be read is not asked for. */
    static AuditFilter of(RequestContext visit, PackTexts terms) {
        return new AuditFilter(
                visit.query("show").flatMap(AuditFilter::wanted).orElse(Wanted.ANY),
                visit.query("unit")
                        .flatMap(AddressParts::unit)
                        .filter(id -> terms.directive().authorities().find(id).isPresent()),
                visit.query("from").flatMap(AddressParts::day),
                visit.query("until").flatMap(AddressParts::day),
                visit.query("after")
                        .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                        .map(id -> new FileAddress(UUID.fromString(id))));
    }

    private static Optional<Wanted> wanted(String text) {
        return Arrays.stream(Wanted.values()).filter(one -> word(one).equals(text)).findFirst();
    }

    private static String word(Wanted wanted) {
        return wanted.name().toLowerCase(Locale.ROOT);
    }

    /** Days are whole ones in the directive's zone; the last one is included. */
    FileFilter in(ZoneId zone) {
        return new FileFilter(
                wanted,
                unit,
                from.map(day -> day.atStartOfDay(zone).toInstant()),
                until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                after);
    }

    /** The same choices, for the part of the list after a file. */
    String address(FileAddress last) {
        var query = new ArrayList<String>();
        query.add("show=" + word(wanted));
        unit.ifPresent(id -> query.add("unit=" + id));
        from.ifPresent(day -> query.add("from=" + day));
        until.ifPresent(day -> query.add("until=" + day));
        query.add("after=" + last);
        return "/audit?" + String.join("&", query);
    }

    FilterForm form(PackTexts terms, PageTexts words) {
        return FilterForm.of(
                "/audit",
                words.say("audit.filter"),
                FilterForm.select(
                        "show",
                        words.say("audit.show"),
                        Arrays.stream(Wanted.values())
                                .map(one ->
                                        ChoiceOption.of(
                                                word(one),
                                                words.say("audit.show." + one),
                                                word(wanted)))
                                .toList()),
                FilterForm.select("unit", words.say("officer.unit"), units(terms, words)),
                date("from", words.say("audit.from"), from),
                date("until", words.say("audit.until"), until));
    }

    private List<ChoiceOption> units(PackTexts terms, PageTexts words) {
        var chosen = unit.map(AuthorityId::text).orElse("");
        var options = new ArrayList<ChoiceOption>();
        options.add(new ChoiceOption("", words.say("audit.unit.any"), "", chosen.isEmpty()));
        terms.directive().authorities().all().stream()
                .filter(one -> one.plays(Role.HOLDS_FILES))
                .forEach(one ->
                        options.add(
                                ChoiceOption.of(one.id().text(), terms.unit(one.id()), chosen)));
        return options;
    }

    private static TextInput date(String name, String label, Optional<LocalDate> day) {
        var value = day.map(LocalDate::toString).orElse("");
        return new TextInput(
                new FormField(name, label, "", value, "", false), "date", "exeat-date", "off");
    }
}
