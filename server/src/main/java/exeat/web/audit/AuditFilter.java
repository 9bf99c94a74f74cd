package exeat.web.audit;

import exeat.desk.inspect.FileAddress;
import exeat.desk.inspect.Inspections.FileFilter;
import exeat.desk.inspect.Inspections.Wanted;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.FilterForm;
import exeat.web.filter.FilterValues;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What an auditor looks for. */
final class AuditFilter {

    private static final String HOME = "/audit";

    private final PackTexts terms;
    private final PageTexts words;
    private final FilterValues values;
    private final Wanted wanted;
    private final Optional<AuthorityId> unit;
    private final Optional<LocalDate> from;
    private final Optional<LocalDate> until;
    private final Optional<FileAddress> after;

    /** The parameters of the page's address; empty where there is none. */
    record Asked(String show, String unit, String from, String until, String after) {}

    AuditFilter(Asked asked, PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.values = new FilterValues(words);
        this.wanted =
                values.choice(
                                "show",
                                asked.show(),
                                text -> FilterValues.constant(Wanted.class, text))
                        .orElse(Wanted.ANY);
        this.unit = values.choice("unit", asked.unit(), this::unit);
        this.from = values.day("from", asked.from());
        this.until = values.day("until", asked.until());
        values.rising(from, "until", until);
        this.after = values.part(asked.after(), AuditFilter::file, HOME);
    }

    private static Optional<FileAddress> file(String text) {
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(id -> new FileAddress(UUID.fromString(id)));
    }

    private Optional<AuthorityId> unit(String text) {
        return units().map(Authority::id).filter(id -> id.text().equals(text)).findFirst();
    }

    /** Those that have cases. */
    private Stream<Authority> units() {
        return terms.directive().authorities().all().stream()
                .filter(one -> one.plays(Role.HOLDS_FILES));
    }

    FilterValues values() {
        return values;
    }

    /** Only the first part of a list may be empty, because no link leads to another empty one. */
    void check(boolean hasRows) {
        if (values.isRight() && after.isPresent() && !hasRows) {
            values.noPart(HOME);
        }
    }

    /** Days are whole ones in the directive's zone; the last one is included. */
    FileFilter whole() {
        var zone = terms.directive().limits().zone();
        return new FileFilter(
                wanted,
                unit,
                from.map(day -> day.atStartOfDay(zone).toInstant()),
                until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                after);
    }

    /** The address of these choices, for the part of the list after a file. */
    String address(FileAddress last) {
        var query = new ArrayList<String>();
        query.add("show=" + FilterValues.word(wanted));
        unit.ifPresent(id -> query.add("unit=" + id));
        from.ifPresent(day -> query.add("from=" + day));
        until.ifPresent(day -> query.add("until=" + day));
        query.add("after=" + last);
        return HOME + "?" + String.join("&", query);
    }

    FilterForm form() {
        return FilterForm.of(
                HOME,
                words.say("audit.filter"),
                values.select(
                        "show",
                        words.say("audit.show"),
                        Arrays.stream(Wanted.values())
                                .map(one ->
                                        ChoiceOption.of(
                                                FilterValues.word(one),
                                                words.say("audit.show." + one),
                                                FilterValues.word(wanted)))
                                .toList()),
                values.select("unit", words.say("officer.unit"), options()),
                values.date("from", words.say("audit.from")),
                values.date("until", words.say("audit.until")));
    }

    private List<ChoiceOption> options() {
        var chosen = unit.map(AuthorityId::text).orElse("");
        var any = ChoiceOption.of("", words.say("audit.unit.any"), chosen);
        return Stream.concat(
                        Stream.of(any),
                        units().map(one ->
                                ChoiceOption.of(one.id().text(), terms.unit(one.id()), chosen)))
                .toList();
    }
}
